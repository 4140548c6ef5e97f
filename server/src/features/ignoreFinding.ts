/** Quieting a rule where it found something: by a memo in the paragraph, or in the head for the whole file. */
import { readHead } from '../codebook/index.ts';
import { endOfLineIn } from '../codebook/insertEntry.ts';
import { setRule } from '../codebook/setRule.ts';
import type { DocumentModel } from '../model/document.ts';
import { factsOf } from '../model/facts.ts';
import { applyEdits } from '../rules/edits.ts';
import type { FileEdit, Finding } from '../rules/rule.ts';
import { keepsPublishedText } from '../rules/sameText.ts';
import { type Block, SourceDocument } from '../syntax/document.ts';

type Found = Pick<Finding, 'rule' | 'start'>;

/**
 * The edit that quiets a rule in the block where it found something: a memo at the block's end; before a heading,
 * and before a block that would not let a memo be one, alone. Null in the head, and where neither works.
 */
export function ignoreHere(document: DocumentModel, { rule, start }: Found): FileEdit[] | null {
  const { source } = document;
  const index = source.blockAt(start);
  const block = source.blocks[index];
  if (block === undefined) return null;
  const base = source.startOf(index);
  const memo = `{>> demarche-ignore ${rule} <<}`;
  const inside = { start: base + block.contentLength, end: base + block.contentLength, text: ` ${memo}` };
  const eol = endOfLineIn((source.blocks[index - 1] ?? source.preamble).text + block.text);
  const before = { start: base, end: base, text: memo + eol + eol };
  const ways = block.level > 0 ? [before, inside] : [inside, before];
  const works = (edit: FileEdit) =>
    quiets(source.blocks[index - 1] ?? null, block, edit, base, rule) && keepsPublishedText(document, [edit]);
  const found = ways.find(works);
  return found ? [found] : null;
}

/** Whether the memo is read as one that counts for the block, which stays the block that it was. */
function quiets(previous: Block | null, block: Block, edit: FileEdit, base: number, rule: string): boolean {
  const lead = previous?.text ?? '.\n\n';
  const place = edit.start - base;
  const edited = new SourceDocument(lead + block.text.slice(0, place) + edit.text + block.text.slice(place));
  const [memoBlock, next] = place > 0 ? [edited.blocks.at(-1)] : edited.blocks.slice(-2);
  const ignores = memoBlock ? factsOf(memoBlock).ignores.filter((ignore) => ignore.rule === rule) : [];
  if (place > 0) {
    const isOne = edited.blocks.length === new SourceDocument(lead + block.text).blocks.length;
    return isOne && ignores.some((ignore) => !ignore.forNextBlock);
  }
  return next?.text === block.text && ignores.some((ignore) => ignore.forNextBlock);
}

/** The edit that turns a rule off in the head, with a head if there is none; null where that can't be told. */
export function ignoreInFile(document: DocumentModel, rule: string): FileEdit[] | null {
  const { bom, head, text } = document.source.preamble;
  if (head === null) {
    const eol = endOfLineIn(document.source.text);
    const place = bom ? 1 : 0;
    const lines = ['---', 'lint:', `  rules: { ${rule}: off }`, '---', '', ''];
    return checked(document, { start: place, end: place, text: lines.join(eol) });
  }
  if (!head.closed) return null;
  const yaml = text.slice(head.yamlStart, head.yamlEnd);
  const edit = setRule(yaml, rule, 'off');
  if (edit === null) return null;
  const after = readHead(applyEdits(yaml, [edit]), 0);
  const works =
    after.lint.rules.get(rule)?.value === 'off' && after.problems.length <= document.head.problems.length;
  if (!works) return null;
  const { yamlStart } = head;
  return checked(document, { ...edit, start: edit.start + yamlStart, end: edit.end + yamlStart });
}

function checked(document: DocumentModel, edit: FileEdit): FileEdit[] | null {
  return keepsPublishedText(document, [edit]) ? [edit] : null;
}
