/** Memos that quiet rules: `{>> demarche-ignore rule-name, other-rule: why <<}`. */
import type { Block } from '../syntax/document.ts';
import type { Memo } from '../syntax/tree.ts';

/** One rule that a memo quiets, in the block that it stands in or, alone in its block, in the next. */
export interface Ignore {
  readonly rule: string;
  /** Where the rule's name stands in the block. */
  readonly start: number;
  readonly end: number;
  /** Index of the memo. */
  readonly memo: number;
  readonly forNextBlock: boolean;
  readonly reason: string;
}

const IGNORE = /^\{>>\s*demarche-ignore\s+([\p{L}\p{Nd}\-,\s]*?)\s*(?::([^]*))?$/u;

/** What the memos of a block quiet. */
export function ignoresOf(block: Block, memos: readonly Memo[]): Ignore[] {
  const ignores: Ignore[] = [];
  let alone: boolean | null = null;
  memos.forEach((memo, index) => {
    const source = block.text.slice(memo.start, memo.closed ? memo.end - 3 : memo.end);
    const match = IGNORE.exec(source);
    if (match === null) return;
    const names = match[1] ?? '';
    const namesStart = memo.start + source.indexOf(names, source.indexOf('demarche-ignore') + 15);
    alone ??= isAlone(block);
    const forNextBlock = alone;
    for (const name of names.matchAll(/[^\s,]+/g)) {
      const start = namesStart + name.index;
      const end = start + name[0].length;
      const reason = match[2]?.trim() ?? '';
      ignores.push({ rule: name[0], start, end, memo: index, forNextBlock, reason });
    }
  });
  return ignores;
}

/** Whether a block holds nothing but memos and white space. */
function isAlone(block: Block): boolean {
  let rest = '';
  let from = 0;
  for (const memo of block.tree.memos) {
    rest += block.text.slice(from, memo.start);
    from = memo.end;
  }
  return (rest + block.text.slice(from)).trim() === '';
}
