import type { Attribute } from '../../../grammar/events.ts';
import { LOOKALIKES } from '../syntax/headProblems.ts';
import type { BlockTree, SyntaxProblem } from '../syntax/tree.ts';
import { all, subjectOf } from './describe.ts';
import type { Rule } from './rule.ts';

export const lookalikeSign: Rule = {
  name: 'lookalike-sign',
  group: 'Syntax',
  severity: 'error',
  summary: 'A sign in the head of a tag only looks like the one that belongs there.',
  mends: ['fix'],
  /** One finding a tag: an input method leaves them all at once. */
  *checkBlock({ block, tree }) {
    for (const [index, signs] of signsByTag(tree)) {
      const tag = tree.tags[index];
      const [first, last] = [signs[0], signs.at(-1)];
      if (!tag || !first || !last) continue;
      const found = [...new Set(signs.map((sign) => block.text.slice(sign.start, sign.end)))];
      yield {
        start: first.start,
        end: last.end,
        message: `In the head of ${inSentence(subjectOf(tag))}, ${all(found.map(nameOf))} ${found.length > 1 ? 'stand' : 'stands'} for ${all(found.map(meantBy))}. Write the plain ${signs.length > 1 ? 'signs' : 'sign'}: searches and other tools know no other.`,
        fixes: [
          {
            title: signs.length > 1 ? 'Write the plain signs' : 'Write the plain sign',
            kind: 'fix',
            edits: signs.map(({ start, end }) => ({
              start,
              end,
              text: LOOKALIKES.get(block.text.slice(start, end)) ?? '',
            })),
          },
        ],
      };
    }
  },
};

/** Signs by tag, without those in an attribute that is reported as incomplete. Both stand in order of place. */
function signsByTag({ problems, tags }: BlockTree): Map<number, SyntaxProblem[]> {
  const byTag = new Map<number, SyntaxProblem[]>();
  let [tag, next] = [-1, 0];
  let unfinished: readonly Attribute[] = [];
  for (const problem of problems) {
    if (problem.code !== 'lookalike-sign') continue;
    if (problem.tag !== tag) {
      [tag, next] = [problem.tag, 0];
      unfinished = tags[tag]?.head.attributes.filter((each) => each.malformed) ?? [];
    }
    while ((unfinished[next]?.end ?? Infinity) <= problem.start) next++;
    if ((unfinished[next]?.start ?? Infinity) <= problem.start) continue;
    const signs = byTag.get(tag);
    if (signs) signs.push(problem);
    else byTag.set(tag, [problem]);
  }
  return byTag;
}

function inSentence(subject: string): string {
  return subject.charAt(0).toLowerCase() + subject.slice(1);
}

function nameOf(sign: string): string {
  if (sign === '\u00A0') return 'a no-break space';
  return sign === '\u3000' ? 'a full-width space' : sign;
}

function meantBy(sign: string): string {
  const meant = LOOKALIKES.get(sign) ?? sign;
  return meant === ' ' ? 'a space' : meant;
}
