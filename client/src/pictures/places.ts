/** Which things of a view stand for which places in texts, both ways. */
import * as vscode from 'vscode';
import type { PicturePlace } from '../../../server/src/lsp/requests/index.ts';

type Position = Pick<vscode.Position, 'line' | 'character'>;

interface KeyedPlace {
  readonly key: string;
  readonly place: PicturePlace;
}

export class Places {
  readonly #byKey: ReadonlyMap<string, readonly PicturePlace[]>;
  readonly #byUri = new Map<string, KeyedPlace[]>();
  /** The thing that was gone to last, and which of its places. */
  #last: { readonly key: string; readonly index: number } | undefined;

  constructor(items: Iterable<readonly [key: string, places: readonly PicturePlace[]]> = []) {
    this.#byKey = new Map(items);
    // The server and the editor may write one file's URI in two ways.
    const written = new Map<string, string>();
    for (const [key, places] of this.#byKey) {
      for (const place of places) {
        const uri = written.get(place.uri) ?? vscode.Uri.parse(place.uri).toString();
        written.set(place.uri, uri);
        const list = this.#byUri.get(uri) ?? [];
        list.push({ key, place });
        this.#byUri.set(uri, list);
      }
    }
  }

  /** The place of a thing to go to: its first, and each time that the same is asked for again, the next. */
  next(key: string): PicturePlace | undefined {
    const places = this.#byKey.get(key);
    if (!places || places.length === 0) return undefined;
    const index = this.#last?.key === key ? (this.#last.index + 1) % places.length : 0;
    this.#last = { key, index };
    return places[index];
  }

  /** Goes on from where the things were before the texts changed. */
  continueFrom(former: Places): void {
    this.#last = former.#last;
  }

  /**
   * The things that a position stands in: those of the innermost tag around it.
   *
   * @param uri As the editor writes it.
   */
  at(uri: string, position: Position): string[] {
    const around = (this.#byUri.get(uri) ?? []).filter(({ place }) => holds(place.range, position));
    const innermost = around.reduce<PicturePlace['range'] | undefined>(
      (range, { place }) => (range === undefined || isWithin(place.range, range) ? place.range : range),
      undefined,
    );
    if (innermost === undefined) return [];
    return [...new Set(around.filter(({ place }) => isWithin(place.range, innermost)).map(({ key }) => key))];
  }
}

function holds({ start, end }: PicturePlace['range'], position: Position): boolean {
  return !isBefore(position, start) && !isBefore(end, position);
}

function isWithin(inner: PicturePlace['range'], outer: PicturePlace['range']): boolean {
  return !isBefore(inner.start, outer.start) && !isBefore(outer.end, inner.end);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
