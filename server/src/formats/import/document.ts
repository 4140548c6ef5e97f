/**
 * A text and what another program knows of it, as a document. The text stays as it is: what overlaps, or runs over
 * several blocks, is continued, and `strip` is asked at the end.
 */
import type { Meaning } from '../../model/resolve.ts';
import { SourceDocument } from '../../syntax/document.ts';
import { escapeText } from '../../syntax/escape.ts';
import { strip } from '../../syntax/strip.ts';
import { attributeTexts, idFrom } from '../attributeText.ts';
import { textBlocks } from '../layout.ts';
import { nest, type Piece, type Span } from '../nesting.ts';
import { headYaml, type KnownEntries } from './head.ts';
import {
  ImportError,
  type Imported,
  type ImportedMention,
  type ImportedStatement,
  Tally,
} from './imported.ts';
import { ownMeaning, takenOver } from './own.ts';

export interface ImportedDocument {
  readonly text: string;
  /** What could not be taken over, as phrases for the user. */
  readonly losses: readonly string[];
}

type Item =
  | { readonly type: 'statement'; readonly statement: NamedStatement }
  | { readonly type: 'mention'; readonly mention: ImportedMention };

interface NamedStatement extends ImportedStatement {
  /** The id to write; null for none. */
  writtenId: string | null;
}

/** Tags nest no deeper. */
const DEEPEST = 64;

/**
 * Makes a document. A byte order mark stays first; line ends stay as they are, and the head takes the text’s.
 *
 * @param text the published text, to which the offsets of `imported` belong once its line ends are LF
 * @throws ImportError where it can’t be done
 */
export function documentFrom(text: string, imported: Imported, known: KnownEntries): ImportedDocument {
  const tally = new Tally();
  const writer = new DocumentWriter(text, imported, known, tally);
  const document = writer.write(true);
  if (isSafe(document, text)) return { text: document, losses: [...imported.losses, ...tally.phrases()] };
  const plain = writer.write(false);
  if (!isSafe(plain, text)) throw new ImportError('the text would not come back unchanged');
  const losses = [
    ...imported.losses,
    ...tally.phrases(),
    'memos: with them the text would not come back unchanged',
  ];
  return { text: plain, losses };
}

function isSafe(document: string, text: string): boolean {
  return strip(new SourceDocument(document)) === text;
}

class DocumentWriter {
  readonly #bom: string;
  readonly #body: string;
  readonly #text: string;
  readonly #imported: Imported;
  readonly #known: KnownEntries;
  readonly #tally: Tally;
  readonly #statements: NamedStatement[];
  readonly #pieces: Piece<Item>[];
  /** The piece in which each statement or mention is defined: the others continue it. */
  readonly #mains = new Map<object, Piece<Item>>();

  constructor(text: string, imported: Imported, known: KnownEntries, tally: Tally) {
    this.#bom = text.startsWith('\uFEFF') ? '\uFEFF' : '';
    this.#body = text.slice(this.#bom.length);
    this.#text = this.#body.replace(/\r\n?/g, '\n');
    this.#imported = imported;
    this.#known = known;
    this.#tally = tally;
    this.#statements = named(imported.statements);
    this.#pieces = this.#nested();
    this.#chooseMains();
  }

  write(withMemos: boolean): string {
    const lineEnd = /\r\n|\n|\r/.exec(this.#body)?.[0] ?? '\n';
    const yaml = headYaml(this.#imported, this.#known);
    const memos = withMemos ? this.#imported.memos.map((memo) => `${memoMark(memo)}\n`).join('') : '';
    const before = `---\n${yaml}---\n\n${memos === '' ? '' : `${memos}\n`}`.replace(/\n/g, lineEnd);
    return this.#bom + before + this.#marked(withMemos);
  }

  /** Everything that is to be marked, in pieces that a tag can go around. */
  #nested(): Piece<Item>[] {
    const blocks = textBlocks(this.#text);
    const spans: Span<Item>[][] = blocks.map(() => []);
    const add = (item: Item, ranges: readonly { start: number; end: number }[], divisible: boolean) => {
      let placed = 0;
      for (const range of ranges) placed += placeIn(this.#text, blocks, spans, { ...range, item, divisible });
      if (placed === 0) this.#tally.add(`${item.type} that stands at no words of the text`);
      if (placed > 1 && item.type === 'mention')
        this.#tally.add('mention divided, since it runs over a paragraph');
    };
    for (const statement of this.#statements) {
      const divisible = statement.writtenId !== null || statement.spans.length > 1;
      add({ type: 'statement', statement }, statement.spans, divisible);
    }
    for (const mention of this.#imported.mentions) add({ type: 'mention', mention }, [mention], false);
    const pieces: Piece<Item>[] = [];
    for (const list of spans) {
      const base = pieces.length;
      for (const piece of nest(list)) {
        pieces.push({ ...piece, parent: piece.parent < 0 ? -1 : piece.parent + base });
      }
    }
    return this.#shallow(pieces);
  }

  /** The pieces that tags can hold: those deeper than tags nest are lost. */
  #shallow(pieces: readonly Piece<Item>[]): Piece<Item>[] {
    const kept: Piece<Item>[] = [];
    const places: number[] = [];
    const depths: number[] = [];
    for (const piece of pieces) {
      const depth = piece.parent < 0 ? 1 : (depths[piece.parent] as number) + 1;
      depths.push(depth);
      places.push(kept.length);
      if (depth > DEEPEST) this.#tally.add(`${piece.item.type} in more than ${DEEPEST} others`);
      else kept.push({ ...piece, parent: piece.parent < 0 ? -1 : (places[piece.parent] as number) });
    }
    return kept;
  }

  /** Where a statement is defined: rather where none is around it, which would give it what it does not have. */
  #chooseMains(): void {
    const counts = new Map<object, number>();
    for (const piece of this.#pieces) {
      const key = keyOf(piece.item);
      counts.set(key, (counts.get(key) ?? 0) + 1);
      const main = this.#mains.get(key);
      if (main === undefined || (this.#outerOf(main) !== null && this.#outerOf(piece) === null))
        this.#mains.set(key, piece);
    }
    const taken = new Set(this.#statements.map(({ writtenId }) => writtenId));
    for (const statement of this.#statements) {
      if ((counts.get(statement) ?? 0) < 2 || statement.writtenId !== null) continue;
      statement.writtenId = freeId(taken, statement.kind);
      taken.add(statement.writtenId);
    }
  }

  #outerOf(piece: Piece<Item>): NamedStatement | null {
    for (let at = piece.parent; at >= 0; ) {
      const outer = this.#pieces[at] as Piece<Item>;
      if (outer.item.type === 'statement') return outer.item.statement;
      at = outer.parent;
    }
    return null;
  }

  /** The text with its escapes and marks. A backslash that stands before a mark is doubled, or it would escape it. */
  #marked(withMemos: boolean): string {
    const written: string[] = [];
    const open: Piece<Item>[] = [];
    const rawOf = rawPlaces(this.#body);
    let from = 0;
    const mark = (place: number, text: string) => {
      const piece = this.#body.slice(from, Math.max(from, rawOf(place)));
      from = Math.max(from, rawOf(place));
      written.push(escapeText(piece), piece.endsWith('\\') ? '\\' : '', text);
    };
    const closeUntil = (place: number) => {
      for (let last = open.at(-1); last !== undefined && last.end <= place; last = open.at(-1)) {
        mark(last.end, `${withMemos ? this.#memosOf(last) : ''}}`);
        open.pop();
      }
    };
    for (const piece of this.#pieces) {
      closeUntil(piece.start);
      mark(piece.start, this.#opening(piece));
      open.push(piece);
    }
    closeUntil(Number.POSITIVE_INFINITY);
    written.push(escapeText(this.#body.slice(from)));
    return written.join('');
  }

  #opening(piece: Piece<Item>): string {
    const { item } = piece;
    if (item.type === 'mention') return `{${item.mention.actors.map((id) => `@${id}`).join(',')}: `;
    const { statement } = item;
    if (this.#mains.get(statement) !== piece) return `{+#${statement.writtenId}: `;
    const outer = this.#outerOf(piece)?.meaning ?? null;
    const own = ownMeaning(statement.meaning, {
      kind: statement.kind,
      outer,
      authors: this.#authors(),
      documentDate: this.#imported.head.date,
    });
    for (const what of takenOver(statement.meaning, outer))
      this.#tally.add(`${what} taken over from the statement around it`);
    const id = statement.writtenId === null ? [] : [`#${statement.writtenId}`];
    return `{${[statement.kind, ...id, ...attributeTexts(this.#withWrittenTargets(own))].join(' ')}: `;
  }

  #targets: ReadonlyMap<string, string> | null = null;

  /** Relations with the ids that are written; those to statements that nobody knows stay as they are. */
  #withWrittenTargets(meaning: Meaning): Meaning {
    this.#targets ??= new Map(
      this.#statements.flatMap(({ id, writtenId }) => (id && writtenId ? [[id, writtenId]] : [])),
    );
    const targets = this.#targets;
    const relations = meaning.relations.map(({ type, target }) => ({
      type,
      target: targets.get(target) ?? target,
    }));
    return { ...meaning, relations };
  }

  #authors(): string[] {
    const { head, actors } = this.#imported;
    const ids = new Set([...actors.map(({ id }) => id), ...this.#known.actors]);
    return head.author.map((author) => (ids.has(author) ? author : 'author'));
  }

  #memosOf(piece: Piece<Item>): string {
    const { item } = piece;
    if (this.#mains.get(keyOf(item)) !== piece) return '';
    const { memos } = item.type === 'mention' ? item.mention : item.statement;
    return memos.map((memo) => ` ${memoMark(memo)}`).join('');
  }
}

function keyOf(item: Item): object {
  return item.type === 'mention' ? item.mention : item.statement;
}

/** Statements with ids that are the language’s and that no two have; those that relations name have one. */
function named(statements: readonly ImportedStatement[]): NamedStatement[] {
  const targets = new Set(statements.flatMap(({ meaning }) => meaning.relations.map(({ target }) => target)));
  const taken = new Set<string | null>();
  return statements.map((statement) => {
    const { id } = statement;
    const isUnnamed = id === null || (id.startsWith('~') && !targets.has(id));
    const writtenId = isUnnamed ? null : freeId(taken, idFrom(id));
    taken.add(writtenId);
    return { ...statement, writtenId };
  });
}

function freeId(taken: ReadonlySet<string | null>, wanted: string): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number++) id = `${wanted}-${number}`;
  return id;
}

/** Puts a span, cut at the blocks, among those of each. @returns how many parts it has there */
function placeIn(
  text: string,
  blocks: ReturnType<typeof textBlocks>,
  spans: Span<Item>[][],
  span: Span<Item>,
): number {
  let low = 0;
  for (let high = blocks.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.end ?? 0) < span.start) low = middle + 1;
    else high = middle;
  }
  let parts = 0;
  for (let i = low; i < blocks.length; i++) {
    const { start: blockStart, contentStart, end: blockEnd } = blocks[i] as (typeof blocks)[number];
    if (blockStart > span.end) break;
    const start = Math.max(span.start, contentStart);
    const end = Math.min(span.end, blockEnd);
    const isEmpty = span.start === span.end;
    if (start > end || (start === end && !isEmpty)) continue;
    const isWhole = start === span.start && end === span.end;
    if (!isWhole && text.slice(start, end).trim() === '') continue;
    spans[i]?.push({ ...span, start, end });
    parts++;
    if (isEmpty) break;
  }
  return parts;
}

/** A memo’s mark. What would end it, or its paragraph, is changed as little as can be. */
function memoMark(memo: string): string {
  const text = memo
    .replace(/<<\}/g, '<< }')
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]*(?=\n|#)/g, ' ')
    .trim();
  return `{>> ${text} <<}`;
}

/** From offsets in a text with LF to those in the text as it is. */
function rawPlaces(body: string): (place: number) => number {
  if (!body.includes('\r\n')) return (place) => place;
  const pairs = Array.from(body.matchAll(/\r\n/g), ({ index }, count) => index - count);
  return (place) => {
    let low = 0;
    for (let high = pairs.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((pairs[middle] as number) < place) low = middle + 1;
      else high = middle;
    }
    return place + low;
  };
}
