/** What a change touches, and how it is gathered. */
import type { Block } from '../syntax/document.ts';
import type { DocumentModel } from './document.ts';
import type { NameKey } from './facts.ts';

/** What a change may have made different for others than the blocks that it replaced. */
export interface Touched {
  /** By document: names whose users and definers have to be looked at again (none: just the whole), or all of it. */
  readonly documents: ReadonlyMap<DocumentModel, ReadonlySet<NameKey> | 'all'>;
  /** By document: blocks whose demands may be answered otherwise, or all of them. */
  readonly answers: ReadonlyMap<DocumentModel, ReadonlySet<Block> | 'all'>;
  /** Names that came into use or went out of it somewhere. */
  readonly uses: ReadonlySet<NameKey>;
}

/** Gathers what one change touches. */
export class TouchCollector implements Touched {
  readonly documents = new Map<DocumentModel, Set<NameKey> | 'all'>();
  readonly answers = new Map<DocumentModel, Set<Block> | 'all'>();
  readonly uses = new Set<NameKey>();

  key(document: DocumentModel, key: NameKey): void {
    const keys = this.documents.get(document);
    if (keys === undefined) this.documents.set(document, new Set([key]));
    else if (keys !== 'all') keys.add(key);
  }

  /** The document as a whole has to be looked at again, though none of its blocks. */
  whole(document: DocumentModel): void {
    if (!this.documents.has(document)) this.documents.set(document, new Set());
  }

  /** Whether the demands of these blocks are answered may be another matter now. */
  answered(document: DocumentModel, blocks: Iterable<Block> | 'all'): void {
    const known = this.answers.get(document);
    if (blocks === 'all') this.answers.set(document, 'all');
    else if (known === undefined) this.answers.set(document, new Set(blocks));
    else if (known !== 'all') for (const block of blocks) known.add(block);
  }

  all(document: DocumentModel): void {
    this.answers.set(document, 'all');
    this.documents.set(document, 'all');
  }

  use(key: NameKey): void {
    this.uses.add(key);
  }

  gone(document: DocumentModel): void {
    this.documents.delete(document);
    this.answers.delete(document);
  }
}
