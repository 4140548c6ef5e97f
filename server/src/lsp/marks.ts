/** Tells clients where the marks of a text are: all of them once, and then the blocks that changed. */
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { kindsContinued, type MarkedSpan, markedSpans } from '../features/markedSpans.ts';
import type { DocumentModel } from '../model/document.ts';
import type { Block } from '../syntax/document.ts';
import { drive } from './longWork.ts';
import {
  type BlockMarks,
  CLAIM,
  CONTINUES,
  DEMAND,
  MARKS,
  type MarksParams,
  type MarksResult,
  MENTION,
  UNKNOWN,
} from './requests/index.ts';
import type { Session } from './session.ts';

/** What a client was sent last of a document. */
interface Sent {
  readonly id: number;
  readonly preamble: object;
  readonly blocks: readonly Block[];
  /** Of the blocks with continuations, what these were taken for. */
  readonly continued: ReadonlyMap<Block, string>;
}

const KINDS: Readonly<Record<MarkedSpan['kind'], number>> = {
  claim: CLAIM,
  demand: DEMAND,
  mention: MENTION,
  unknown: UNKNOWN,
};

/** So many blocks are written down before others get their turn. */
const PIECE = 200;

/** Answers the request for marks. */
export function serveMarks(session: Session): void {
  const { connection, texts } = session;
  const sentOf = new Map<string, Sent>();
  let lastId = 0;
  connection.onRequest(MARKS, async (params: MarksParams, token): Promise<MarksResult | null> => {
    const document = session.document(params.textDocument.uri);
    const version = document && texts.open.get(document.location)?.version;
    if (document === null || version === undefined || version === null) return null;
    const { location } = document;
    const former = sentOf.get(location);
    const base = former !== undefined && former.id === params.previous ? former : null;
    const continued = continuations(document);
    const { low, oldHigh, newHigh } = difference(document, continued, base);
    const blocks = await drive(written(session, document, low, newHigh), token);
    const id = ++lastId;
    const { preamble, blocks: all } = document.source;
    sentOf.set(location, { id, preamble, blocks: all.slice(), continued });
    return { version, id, base: base?.id ?? null, index: low, removed: oldHigh - low, blocks };
  });
  session.onClosed((location) => sentOf.delete(location));
}

function continuations(document: DocumentModel): Map<Block, string> {
  const continued = new Map<Block, string>();
  for (const block of document.blocksContinuing()) continued.set(block, kindsContinued(document, block));
  return continued;
}

/**
 * What is to be sent: from `low` to `oldHigh` of what was sent before, to `newHigh` of what there is now. The
 * preamble counts as the first block. Blocks that are the same objects are the same blocks, so this only compares.
 */
function difference(
  { source }: DocumentModel,
  continued: ReadonlyMap<Block, string>,
  base: Sent | null,
): { low: number; oldHigh: number; newHigh: number } {
  const now = source.blocks;
  if (base === null) return { low: 0, oldHigh: 0, newHigh: now.length + 1 };
  const before = base.blocks;
  const isSame = (block: Block | undefined, other: Block | undefined) =>
    block !== undefined && block === other && continued.get(block) === base.continued.get(block);
  const most = Math.min(before.length, now.length);
  let low = 0;
  while (low < most && isSame(now[low], before[low])) low++;
  let tail = 0;
  while (tail < most - low && isSame(now[now.length - 1 - tail], before[before.length - 1 - tail])) tail++;
  const samePreamble = source.preamble === base.preamble;
  return {
    low: samePreamble ? low + 1 : 0,
    oldHigh: before.length - tail + 1,
    newHigh: now.length - tail + 1,
  };
}

/** @throws ResponseError if the text changes meanwhile: the client asks again then */
function* written(
  { workspace }: Session,
  document: DocumentModel,
  low: number,
  high: number,
): Generator<void, BlockMarks[]> {
  const { version, location, source } = document;
  const marks: BlockMarks[] = [];
  for (let index = low; index < high; index++) {
    if (index === 0) marks.push([source.preamble.text.length, 0, 0, 0, ...source.preamble.cuts]);
    else marks.push(marksOf(document, source.blocks[index - 1] as Block));
    if (marks.length % PIECE > 0) continue;
    yield;
    if (document.version !== version || workspace.document(location) !== document)
      throw new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed since.');
  }
  return marks;
}

function marksOf(document: DocumentModel, block: Block): BlockMarks {
  const spans = markedSpans(document, block);
  const numbers = [block.text.length, spans.length];
  for (const { tag, kind, continues, depth } of spans) {
    const code = KINDS[kind] + (continues ? CONTINUES : 0);
    numbers.push(code, depth, tag.start, tag.bodyStart, tag.bodyEnd, tag.end);
  }
  const { memos, escapes } = block.tree;
  numbers.push(memos.length);
  for (const { start, end, closed } of memos) numbers.push(start, end, closed ? 1 : 0);
  numbers.push(escapes.length);
  // One by one: a block may have more of them than a call takes arguments.
  for (const backslash of escapes) numbers.push(backslash);
  for (const edge of block.cuts) numbers.push(edge);
  return numbers;
}
