/** Diagnostics with result ids: what a client has already is not sent again, nor worked out again if nothing changed. */
import type { Diagnostic } from 'vscode-languageserver';
import type { Pieces } from '../model/pieces.ts';
import { diagnosticsAt } from './diagnostics.ts';
import type { Session } from './session.ts';
import { fileWatch, stable } from './stable.ts';

/** The diagnostics of a file; null if they are those of the result id that the client has. */
export interface Report {
  readonly resultId: string;
  readonly items: Diagnostic[] | null;
}

/** What a file's diagnostics followed from, and what they were. */
interface Known {
  readonly stamp: string;
  readonly resultId: string;
}

export class Reports {
  readonly #session: Session;
  /** When a document was last touched, and what was known of it then. */
  readonly #touched = new WeakMap<object, number>();
  readonly #known = new WeakMap<object, Known>();
  #changes = 0;
  #configured = 0;
  #serial = 0;

  constructor(session: Session) {
    this.#session = session;
    session.workspace.onTouched(({ documents }) => {
      this.#changes++;
      for (const document of documents.keys()) this.#touched.set(document, ++this.#serial);
    });
    session.onConfigured(() => {
      this.#configured = ++this.#changes;
    });
  }

  /** Goes up with each change that diagnostics may hang on. */
  get changes(): number {
    return this.#changes;
  }

  /** The diagnostics as they are in the end: an edit meanwhile costs little, since what it leaves as it is was kept. */
  *report(location: string, previous: string | undefined): Pieces<Report> {
    const session = this.#session;
    const work = () => diagnosticsAt(session, location);
    const items = yield* stable(fileWatch(session, location), work, Number.POSITIVE_INFINITY);
    const resultId = hashOf(items);
    return { resultId, items: resultId === previous ? null : items };
  }

  /** The same for one of many files: not worked out if the client has what it was and nothing touched it since. */
  *reportIfTouched(location: string, previous: string | undefined): Pieces<Report> {
    const key = this.#keyOf(location);
    const stamp = this.#stampOf(location);
    const known = key ? this.#known.get(key) : undefined;
    if (known?.stamp === stamp && known.resultId === previous) {
      return { resultId: known.resultId, items: null };
    }
    const report = yield* this.report(location, previous);
    if (key) this.#known.set(key, { stamp, resultId: report.resultId });
    return report;
  }

  #keyOf(location: string): object | null {
    const { workspace } = this.#session;
    return workspace.document(location) ?? workspace.codebooks.get(location) ?? null;
  }

  /** A codebook hangs on all documents: who uses it. A document tells what touches it. */
  #stampOf(location: string): string {
    const { workspace } = this.#session;
    const document = workspace.document(location);
    if (document === null) return String(this.#changes);
    const codebook = workspace.codebookOf(document);
    const parts = [document.version, this.#lastTouch(document), this.#configured];
    return [...parts, codebook ? this.#lastTouch(codebook) : 0].join(' ');
  }

  /** For an object that was never touched, when it was first looked at: no other has the same. */
  #lastTouch(object: object): number {
    let last = this.#touched.get(object);
    if (last === undefined) {
      last = ++this.#serial;
      this.#touched.set(object, last);
    }
    return last;
  }
}

/** 53 bits of what diagnostics say. */
function hashOf(items: readonly Diagnostic[]): string {
  const text = JSON.stringify(items);
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}
