import type { Attribute } from '../../../grammar/events.ts';
import { subjectOf } from './describe.ts';
import { localReference } from './meaning.ts';
import type { BlockContext, Rule } from './rule.ts';
import { soundStatements } from './sound.ts';

export const supportsAndRebuts: Rule = {
  name: 'supports-and-rebuts',
  group: 'Sense',
  severity: 'error',
  summary: 'A statement both supports and rebuts another.',
  mends: [],
  *checkBlock(context) {
    for (const { fact, tag } of soundStatements(context)) {
      const supported = targets(context, fact.attributes.get('supports'));
      if (supported.size === 0) continue;
      for (const [id, place] of targets(context, fact.attributes.get('rebuts'))) {
        if (!supported.has(id)) continue;
        yield {
          ...place,
          message: `${subjectOf(tag)} both supports and rebuts #${id}, which no argument can do. Keep one, or tag the words as two statements.`,
        };
      }
    }
  },
};

/** The statements that an attribute lists, each with its first place. */
function targets(
  context: BlockContext,
  attribute: Attribute | undefined,
): Map<string, { start: number; end: number }> {
  const found = new Map<string, { start: number; end: number }>();
  for (const value of attribute?.values ?? []) {
    if (value.type !== 'statement') continue;
    const written = value.document === null ? value.id : `${value.document}/${value.id}`;
    const id = localReference(context, written.normalize('NFC'));
    if (!found.has(id)) found.set(id, { start: value.start, end: value.end });
  }
  return found;
}
