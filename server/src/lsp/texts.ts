/**
 * Texts with their lines: the protocol counts lines and, within them, what was agreed on with the client; everything
 * else counts offsets. Open files are as the client has them, others as they were read.
 */
import { ErrorCodes, ResponseError, type TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { type Position, type Range, TextDocument } from 'vscode-languageserver-textdocument';
import type { Workspace } from '../model/workspace.ts';
import { type Encoding, offsetAfter, unitsBetween } from './encodings.ts';

/** A change of an open text, in offsets. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Where units were last counted to: a line of megabytes is not counted from its start for each place in it. */
interface Counted {
  readonly text: string;
  readonly lineStart: number;
  readonly offset: number;
  readonly units: number;
}

export class Texts {
  /** What `character` counts: set once, before anything else is asked. */
  encoding: Encoding = 'utf-16';
  readonly #workspace: Workspace;
  readonly #open = new Map<string, TextDocument>();
  /** Lines of closed files, for the object that they were worked out of. */
  readonly #closed = new WeakMap<object, TextDocument>();
  #counted: Counted | null = null;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  get open(): ReadonlyMap<string, TextDocument> {
    return this.#open;
  }

  setOpen(location: string, text: TextDocument): void {
    this.#open.set(location, text);
  }

  /** Applies a change to an open text, which makes it a new version. @returns what it was in offsets */
  change(location: string, change: TextDocumentContentChangeEvent, version: number): TextChange {
    const text = this.#open.get(location);
    if (text === undefined) throw new Error(`${location} is not open`);
    const wanted = 'range' in change ? change.range : null;
    const { start, end } = wanted ? this.#offsetsOf(text, wanted) : { start: 0, end: text.getText().length };
    // Positions of the text's own: the text document takes lines that it does not have for ones with holes between.
    const range = { start: text.positionAt(start), end: text.positionAt(end) };
    const applied = wanted ? { range, text: change.text } : { text: change.text };
    this.#open.set(location, TextDocument.update(text, [applied], version));
    return { start, end, text: change.text };
  }

  close(location: string): void {
    this.#open.delete(location);
  }

  /** The text of an open document, a document or a codebook; null for a file that nobody knows. */
  at(location: string): TextDocument | null {
    const open = this.#open.get(location);
    if (open) return open;
    const document = this.#workspace.document(location);
    const file = this.#workspace.codebooks.get(location);
    const key = document ?? file;
    if (key === undefined || key === null) return null;
    const version = document?.version ?? 0;
    let text = this.#closed.get(key);
    // A document may have been edited since: it is the same object all its life.
    if (text?.version !== version) {
      text = TextDocument.create(location, '', version, document?.source.text ?? file?.text ?? '');
      this.#closed.set(key, text);
    }
    return text;
  }

  /** The position of an offset; one within a character is its start. */
  positionAt(location: string, offset: number): Position {
    const text = this.at(location);
    return text ? this.#positionIn(text, offset) : { line: 0, character: 0 };
  }

  rangeAt(location: string, start: number, end: number): Range {
    return { start: this.positionAt(location, start), end: this.positionAt(location, end) };
  }

  /**
   * The offset of a position; positions past a line's or the text's end are its end, those before its start its start.
   *
   * @throws ResponseError on what is no position
   */
  offsetAt(location: string, position: Position): number {
    const valid = validPosition(position);
    const text = this.at(location);
    return text ? this.#offsetIn(text, valid) : 0;
  }

  /** A range as one per line that it covers, in units, without line ends; empty ones left out. */
  *piecesOf(
    location: string,
    start: number,
    end: number,
  ): Generator<{ readonly line: number; readonly character: number; readonly length: number }> {
    const text = this.at(location);
    if (text === null) return;
    const first = this.#positionIn(text, start);
    const last = this.#positionIn(text, end);
    let { character } = first;
    for (let { line } = first; line < last.line; line++, character = 0) {
      const lineEnd = this.#positionIn(text, lineEndOf(text, line)).character;
      if (lineEnd > character) yield { line, character, length: lineEnd - character };
    }
    if (last.character > character) {
      yield { line: last.line, character, length: last.character - character };
    }
  }

  #offsetsOf(text: TextDocument, range: Range): { start: number; end: number } {
    const start = this.#offsetIn(text, validPosition(range.start));
    const end = this.#offsetIn(text, validPosition(range.end));
    // A range that is upside down counts the right way up, as in the text document itself.
    return start <= end ? { start, end } : { start: end, end: start };
  }

  #positionIn(text: TextDocument, offset: number): Position {
    const position = text.positionAt(offset);
    if (this.encoding === 'utf-16') return position;
    const content = text.getText();
    const lineStart = text.offsetAt({ line: position.line, character: 0 });
    let end = lineStart + position.character;
    if (isWithinPair(content, end)) end--;
    const from = this.#countedBefore(content, lineStart, end);
    const character = from.units + unitsBetween(content, from.offset, end, this.encoding);
    this.#counted = { text: content, lineStart, offset: end, units: character };
    return { line: position.line, character };
  }

  #offsetIn(text: TextDocument, position: Position): number {
    if (this.encoding === 'utf-16' || position.line < 0) return text.offsetAt(position);
    const start = text.offsetAt({ line: position.line, character: 0 });
    const end = lineEndOf(text, position.line);
    return offsetAfter(text.getText(), start, end, position.character, this.encoding);
  }

  /** The last place in a line that was counted to, if it is not past the offset; else the line's start. */
  #countedBefore(text: string, lineStart: number, offset: number): { offset: number; units: number } {
    const last = this.#counted;
    const isUsable = last?.lineStart === lineStart && last.offset <= offset && last.text === text;
    return isUsable ? last : { offset: lineStart, units: 0 };
  }
}

function lineEndOf(text: TextDocument, line: number): number {
  return text.offsetAt({ line, character: Number.MAX_SAFE_INTEGER });
}

function isWithinPair(text: string, offset: number): boolean {
  return offset > 0 && (text.codePointAt(offset - 1) ?? 0) > 0xffff;
}

function validPosition(position: Position | null | undefined): Position {
  if (Number.isInteger(position?.line) && Number.isInteger(position?.character)) return position as Position;
  throw new ResponseError(
    ErrorCodes.InvalidParams,
    'A position is a line and a character, both whole numbers.',
  );
}
