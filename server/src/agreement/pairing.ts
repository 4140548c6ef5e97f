/** Which documents of two coders are copies of one text: by their ids, and where an id is not unique, by their paths. */

/** What a document goes by: its id, and its path below what the coder's files are in. */
export interface Paired {
  readonly id: string;
  readonly path: string;
}

export interface Pairing<D extends Paired> {
  readonly pairs: readonly (readonly [D, D])[];
  readonly onlyA: readonly D[];
  readonly onlyB: readonly D[];
}

/** Pairs documents, in the order of `a`. Of two coders' single documents, each is taken for the other's copy. */
export function pairDocuments<D extends Paired>(a: readonly D[], b: readonly D[]): Pairing<D> {
  const [first, second] = [a[0], b[0]];
  if (a.length === 1 && b.length === 1 && first && second)
    return { pairs: [[first, second]], onlyA: [], onlyB: [] };
  const partner = new Map<D, D>();
  const taken = new Set<D>();
  const pass = (keyOf: (document: D) => string) => {
    const left = (list: readonly D[]) => list.filter((each) => !partner.has(each) && !taken.has(each));
    const others = unique(left(b), keyOf);
    for (const [key, document] of unique(left(a), keyOf)) {
      const other = others.get(key);
      if (document === null || !other) continue;
      partner.set(document, other);
      taken.add(other);
    }
  };
  pass(({ id, path }) => `${id}\n${path}`);
  pass(({ id }) => id);
  pass(({ path }) => path);
  return {
    pairs: a.flatMap((document) => {
      const other = partner.get(document);
      return other ? [[document, other] as const] : [];
    }),
    onlyA: a.filter((document) => !partner.has(document)),
    onlyB: b.filter((document) => !taken.has(document)),
  };
}

/** Documents by a key; null where two have the same. */
function unique<D>(documents: readonly D[], keyOf: (document: D) => string): Map<string, D | null> {
  const known = new Map<string, D | null>();
  for (const document of documents) {
    const key = keyOf(document);
    known.set(key, known.has(key) ? null : document);
  }
  return known;
}
