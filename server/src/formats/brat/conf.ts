/** `annotation.conf`: the types of annotation that brat shows and offers. */
import { type AttributeDefinition, RELATIONS } from '../../codebook/attributes.ts';
import { ACTOR, bratName, ROLES } from './names.ts';

/**
 * The configuration for documents whose statements have these attributes and topics.
 *
 * @param attributes of all codebooks, by name; those with a list of values become attributes of brat’s
 */
export function writeConf(
  attributes: ReadonlyMap<string, AttributeDefinition>,
  topics: Iterable<string>,
): string {
  const roles = Object.values(ROLES)
    .map((role) => `${role}*:${ACTOR}`)
    .join(', ');
  const lines = [
    '[entities]',
    ACTOR,
    '',
    '[relations]',
    ...RELATIONS.map((type) => `${bratName(type)}\tArg1:<EVENT>, Arg2:<EVENT>`),
    '<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>',
    '',
    '[events]',
    `Claim\t${roles}`,
    `Demand\t${roles}`,
    '',
    '[attributes]',
  ];
  for (const { name, type, choices, for: kinds } of attributes.values()) {
    if (type === 'choice') {
      const target = kinds.length === 1 ? (bratName(kinds[0] as string) as string) : '<EVENT>';
      addAttribute(
        lines,
        name,
        target,
        choices.map(({ value }) => value),
      );
    }
  }
  addAttribute(lines, 'topic', '<EVENT>', topics);
  return `${lines.join('\n')}\n`;
}

function addAttribute(lines: string[], name: string, target: string, values: Iterable<string>): void {
  const type = bratName(name);
  const words = [...new Set([...values].flatMap((value) => bratName(value) ?? []))].sort();
  if (type !== null && words.length > 0) lines.push(`${type}\tArg:${target}, Value:${words.join('|')}`);
}
