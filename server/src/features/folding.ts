/** What can be folded: the head, sections, paragraphs and memos of several lines. */
import type { DocumentModel } from '../model/document.ts';
import type { Pieces } from '../model/pieces.ts';

export interface Fold {
  readonly kind: 'head' | 'section' | 'paragraph' | 'memo';
  /** Offsets from the document's start; the end is before the last line's end. */
  readonly start: number;
  readonly end: number;
}

/** The folds of a document, in order of their start. Those of one line are among them: lines are not known here. */
export function* foldsOf(document: DocumentModel): Pieces<Fold[]> {
  const folds: Fold[] = [];
  const { preamble, blocks } = document.source;
  const trimmedEnd = (text: string, start: number) => start + text.trimEnd().length;
  if (preamble.head) {
    const { start, end } = preamble.head;
    folds.push({ kind: 'head', start, end: trimmedEnd(preamble.text.slice(start, end), start) });
  }
  const sections: { level: number; start: number }[] = [];
  let start = preamble.text.length;
  let lastEnd = start;
  const closeSections = (level: number) => {
    while ((sections.at(-1)?.level ?? 0) >= level) {
      folds.push({ kind: 'section', start: (sections.pop() as { start: number }).start, end: lastEnd });
    }
  };
  for (const block of blocks) {
    if (block.level > 0) {
      closeSections(block.level);
      sections.push({ level: block.level, start });
    } else folds.push({ kind: 'paragraph', start, end: start + block.contentLength });
    for (const memo of block.tree.memos)
      folds.push({ kind: 'memo', start: start + memo.start, end: start + memo.end });
    lastEnd = start + block.contentLength;
    start += block.text.length;
    yield;
  }
  closeSections(1);
  return folds.sort((a, b) => a.start - b.start || b.end - a.end);
}
