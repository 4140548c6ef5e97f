/** Which documents must be seen to know which entries of codebooks are used: few, since most name what others do. */
import type { DocumentModel } from '../model/document.ts';
import { type NameKey, nameKey } from '../model/facts.ts';
import type { CodebookFile } from '../model/workspace.ts';

/** From so many ids on, reading a text costs less than looking for each in it. */
const FEW = 16;

export class EntryCensus {
  readonly #wanted: ReadonlySet<string>;
  /** By codebook, what nobody was seen to use; `any` until the first document that follows it. */
  readonly #unseen = new Map<string, Set<NameKey | 'any'>>();
  /** Their ids; null where there are many, or for `any`. */
  #ids: readonly string[] | null = [];

  /** @param codebooks locations of those that are asked about */
  constructor(codebooks: readonly string[]) {
    this.#wanted = new Set(codebooks);
  }

  /** Makes a codebook known; the first time counts. */
  begin({ location, codebook }: CodebookFile): void {
    if (!this.#wanted.has(location) || this.#unseen.has(location)) return;
    const keys = new Set<NameKey | 'any'>(['any']);
    for (const id of codebook.actors.keys()) keys.add(nameKey('actor', id));
    for (const id of codebook.topics.keys()) keys.add(nameKey('topic', id));
    this.#unseen.set(location, keys);
    this.#countIds();
  }

  /** Whether a document may use what no other was seen to use. Says yes too often rather than not often enough. */
  asksFor(text: string): boolean {
    const ids = this.#ids;
    if (ids === null) return true;
    if (ids.length === 0) return false;
    // YAML may spell a name by escapes.
    if (/^\uFEFF?---[^]*?\\/.test(text)) return true;
    const normal = text.normalize('NFC');
    return ids.some((id) => normal.includes(id));
  }

  /** Notes what a document uses. @returns what it is the first to use */
  count({ location }: CodebookFile, document: DocumentModel): string[] {
    const unseen = this.#unseen.get(location);
    if (unseen === undefined) return [];
    const found: string[] = unseen.delete('any') ? ['any'] : [];
    for (const key of unseen) {
      if (key === 'any' || !document.uses(key)) continue;
      unseen.delete(key);
      found.push(key);
    }
    if (found.length > 0) this.#countIds();
    return found;
  }

  #countIds(): void {
    const keys = [...this.#unseen.values()].flatMap((unseen) => [...unseen]);
    const isClear = keys.length <= FEW && !keys.includes('any');
    this.#ids = isClear ? keys.map((key) => key.slice(key.indexOf(':') + 1)) : null;
  }
}
