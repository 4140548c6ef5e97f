import type { Ignore } from '../model/ignores.ts';
import type { BlockContext, FileEdit, Rule } from './rule.ts';
import { keepsText } from './sameText.ts';

export const uselessIgnore: Rule = {
  name: 'useless-ignore',
  group: 'Coder',
  severity: 'warning',
  summary: 'A memo quiets a rule that finds nothing there.',
  mends: ['suggestion'],
  *checkUnusedIgnore(context, ignore) {
    const where = ignore.forNextBlock ? 'in the next paragraph' : 'in this paragraph';
    yield {
      start: ignore.start,
      end: ignore.end,
      message: `The rule ${ignore.rule} finds nothing ${where}, so there is nothing to quiet. Take it out, or it will hide the next mistake.`,
      unnecessary: true,
      fixes: () => {
        const edits = removal(context, ignore);
        return edits === null ? [] : [{ title: `Take ${ignore.rule} out`, kind: 'suggestion', edits }];
      },
    };
  },
};

/** Takes out the rule's name; with the last name, the memo. Null where that would change the text. */
function removal(context: BlockContext, ignore: Ignore): FileEdit[] | null {
  const { block, facts, tree } = context;
  const names = facts.ignores.filter((other) => other.memo === ignore.memo);
  const index = names.indexOf(ignore);
  const [before, after] = [names[index - 1], names[index + 1]];
  if (after) return [{ start: ignore.start, end: after.start, text: '' }];
  if (before) return [{ start: before.end, end: ignore.end, text: '' }];
  const memo = tree.memos[ignore.memo];
  if (memo === undefined) return null;
  const { start, end } = memo;
  const wholeLine = cutAround(block.cuts, start);
  const ranges = [wholeLine, { start: start - 1, end }, { start, end: end + 1 }, { start, end }];
  for (const range of ranges) {
    if (range === null || !isWhiteSpace(block.text, range, memo)) continue;
    const edits = [{ ...range, text: '' }];
    if (keepsText(context, edits)) return edits;
  }
  return null;
}

/** What `strip` cuts out at a place. */
function cutAround(cuts: readonly number[], place: number): { start: number; end: number } | null {
  for (let i = 0; i < cuts.length; i += 2) {
    const [start, end] = [cuts[i] as number, cuts[i + 1] as number];
    if (start <= place && place < end) return { start, end };
  }
  return null;
}

/** Whether a range holds nothing but the memo and white space. */
function isWhiteSpace(
  text: string,
  range: { readonly start: number; readonly end: number },
  memo: { readonly start: number; readonly end: number },
): boolean {
  return (
    range.start >= 0 && (text.slice(range.start, memo.start) + text.slice(memo.end, range.end)).trim() === ''
  );
}
