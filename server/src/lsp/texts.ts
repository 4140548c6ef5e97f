/**
 * Texts with their lines: the protocol counts lines and UTF-16 units, everything else counts offsets. Open files
 * are as the client has them, others as they were read.
 */
import { type Position, type Range, TextDocument } from 'vscode-languageserver-textdocument';
import type { Workspace } from '../model/workspace.ts';

export class Texts {
  readonly #workspace: Workspace;
  readonly #open = new Map<string, TextDocument>();
  /** Lines of closed files, for the object that they were worked out of. */
  readonly #closed = new WeakMap<object, TextDocument>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  get open(): ReadonlyMap<string, TextDocument> {
    return this.#open;
  }

  setOpen(location: string, text: TextDocument): void {
    this.#open.set(location, text);
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

  rangeAt(location: string, start: number, end: number): Range {
    const text = this.at(location);
    const zero = { line: 0, character: 0 };
    return text ? { start: text.positionAt(start), end: text.positionAt(end) } : { start: zero, end: zero };
  }

  /** The offset of a position; positions past a line's or the text's end are its end. */
  offsetAt(location: string, position: Position): number {
    return this.at(location)?.offsetAt(position) ?? 0;
  }
}
