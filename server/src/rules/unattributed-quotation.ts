import type { Tag } from '../syntax/tree.ts';
import { isAuthor, knownMeaning } from './meaning.ts';
import { PublishedBlock } from './publishedBlock.ts';
import type { BlockContext, Rule } from './rule.ts';

const MIN_WORDS = 4;
const SEGMENTER = new Intl.Segmenter('en', { granularity: 'word' });
const HAS_QUOTES = /[“«„「『"]/;
const QUOTATION =
  /[“„]([^“”„]*)[”“]|«([^«»]*)»|「([^「」]*)」|『([^『』]*)』|(?<![\p{L}\p{N}])"([^"]*)"(?![\p{L}\p{N}])/gu;

export const unattributedQuotation: Rule = {
  name: 'unattributed-quotation',
  group: 'Coverage',
  severity: 'hint',
  summary: 'Quoted words belong to no statement of another.',
  mends: [],
  readsPlainText: true,
  *checkBlock(context) {
    const { block } = context;
    if (block.level > 0 || !HAS_QUOTES.test(block.text)) return;
    const published = new PublishedBlock(block);
    const isAttributed = overlapping(statementsOfOthers(context));
    for (const { 0: quotation, index } of published.text.matchAll(QUOTATION)) {
      if (!hasWords(quotation, MIN_WORDS)) continue;
      const start = published.toSource(index);
      const end = published.toSource(index + quotation.length - 1) + 1;
      if (isAttributed(start, end)) continue;
      yield {
        start,
        end,
        message:
          'These words are quoted, but no statement says whose they are. Tag them as a claim or demand by whoever said them.',
      };
    }
  },
};

/** Tags of statements, or pieces of them, that somebody else than the author makes, or of which it is not known. */
function statementsOfOthers(context: BlockContext): Tag[] {
  const { document, block, tree } = context;
  return tree.tags.filter((tag, index) => {
    if (tag.kind === 'mention') return false;
    const statement = tag.fault === null ? document.statementOfTag(block, index) : null;
    const meaning = statement && knownMeaning(context, statement);
    return !meaning || meaning.by.some((id) => !isAuthor(context, id));
  });
}

/** A test whether a range overlaps the body of one of these tags, which are in order of place. */
function overlapping(tags: readonly Tag[]): (start: number, end: number) => boolean {
  let furthest = 0;
  const ends = tags.map((tag) => (furthest = Math.max(furthest, tag.bodyEnd)));
  return (start, end) => {
    let low = 0;
    let high = tags.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tags[middle] as Tag).bodyStart < end) low = middle + 1;
      else high = middle;
    }
    return low > 0 && (ends[low - 1] as number) > start;
  };
}

/** Counts words in scripts without spaces, too. */
function hasWords(text: string, number: number): boolean {
  let count = 0;
  for (const { isWordLike } of SEGMENTER.segment(text)) {
    if (isWordLike && ++count >= number) return true;
  }
  return false;
}
