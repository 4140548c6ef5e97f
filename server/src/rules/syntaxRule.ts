/** Rules that pass on what the parser found: the problems of a block's tree that bear the rule's name. */
import type { Attribute } from '../../../grammar/events.ts';
import type { SyntaxProblem, SyntaxProblemCode, Tag } from '../syntax/tree.ts';
import type { BlockContext, Draft, Rule } from './rule.ts';

interface SyntaxRule extends Pick<Rule, 'summary' | 'mends'> {
  readonly name: SyntaxProblemCode;
  /** What to say of a problem; null for nothing. `tag` is the one that it concerns. */
  readonly report: (
    problem: SyntaxProblem,
    context: BlockContext,
    tag: Tag | undefined,
  ) => (Omit<Draft, 'start' | 'end'> & Partial<Draft>) | null;
}

/** A rule of the group Syntax. A draft without a range has the problem's. */
export function syntaxRule({ name, summary, mends, report }: SyntaxRule): Rule {
  return {
    name,
    group: 'Syntax',
    severity: 'error',
    summary,
    mends,
    *checkBlock(context) {
      for (const problem of context.tree.problems) {
        if (problem.code !== name) continue;
        const draft = report(problem, context, context.tree.tags[problem.tag]);
        if (draft !== null) yield { start: problem.start, end: problem.end, ...draft };
      }
    },
  };
}

const cache = new WeakMap<Tag, ReadonlyMap<number, Attribute>>();

/** The attribute of a tag that starts at a place. */
export function attributeAt(tag: Tag | undefined, start: number): Attribute | undefined {
  if (tag === undefined) return undefined;
  let byStart = cache.get(tag);
  if (byStart === undefined) {
    byStart = new Map(tag.head.attributes.map((attribute) => [attribute.start, attribute]));
    cache.set(tag, byStart);
  }
  return byStart.get(start);
}
