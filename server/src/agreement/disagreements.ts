/** Each place at which two coders differ, in order of the text. */
import { isRelation } from '../codebook/attributes.ts';
import { type Match, matchUnits } from './matching.ts';
import type { Stretch } from './unitizing.ts';
import type { Coding, Unit } from './units.ts';

/**
 * `only-a`, `only-b`: one has marked what the other has not. `boundaries`: both have, but not the same words. `kind`: one has a
 * claim where the other has a demand. `attribute`: they gave it different values.
 */
export type DisagreementKind = 'only-a' | 'only-b' | 'boundaries' | 'kind' | 'attribute';

/** What one of the coders has there. */
export interface Side {
  /** Null where this coder has marked nothing. */
  readonly unit: Unit | null;
  /** The place in this coder's document: of the tag, or of the words that the other has marked. */
  readonly source: Stretch;
  /** What it has: words, a kind, or values; empty for nothing. */
  readonly value: string;
}

export interface Disagreement {
  readonly kind: DisagreementKind;
  /** For `attribute`, its name. */
  readonly attribute: string | null;
  readonly a: Side;
  readonly b: Side;
}

/** What one coder said of a unit, and what the other did. */
export interface LabelledPair {
  readonly attribute: string;
  readonly a: readonly string[];
  readonly b: readonly string[];
}

/** Two codings of one text, with the units of the one found in the other. */
export interface PairedCodings {
  readonly a: Coding;
  readonly b: Coding;
  /** Statements with statements, whatever their kind, and mentions with mentions. Indexes into the units of both. */
  readonly matches: readonly Match[];
}

export function pairCodings(a: Coding, b: Coding): PairedCodings {
  const matches: Match[] = [];
  for (const isMention of [false, true]) {
    const indexesOf = ({ units }: Coding) =>
      [...units.keys()].filter((index) => (units[index]?.kind === 'mention') === isMention);
    const [inA, inB] = [indexesOf(a), indexesOf(b)];
    const found = matchUnits(
      inA.map((index) => a.units[index] as Unit),
      inB.map((index) => b.units[index] as Unit),
    );
    for (const match of found)
      matches.push({ ...match, a: inA[match.a] as number, b: inB[match.b] as number });
  }
  return { a, b, matches };
}

/**
 * What the two said of a pair of units, attribute by attribute, where either said anything. Statements that relations point to
 * are the same if they were matched, whatever their ids.
 */
export class Labels {
  readonly #paired: PairedCodings;
  /** By id: the statement that an id of A's is in B, by B's name for it. */
  readonly #nameInB = new Map<string, string>();
  readonly #idsInA: ReadonlyMap<string, number>;
  readonly #idsInB: ReadonlyMap<string, number>;

  constructor(paired: PairedCodings) {
    this.#paired = paired;
    const [firstInA, firstInB] = [firstWithIds(paired.a), firstWithIds(paired.b)];
    this.#idsInA = firstInA;
    this.#idsInB = firstInB;
    for (const { a, b } of paired.matches) {
      const [inA, inB] = [paired.a.units[a]?.id, paired.b.units[b]?.id];
      if (inA && inB && firstInA.get(inA) === a && firstInB.get(inB) === b) this.#nameInB.set(inA, inB);
    }
  }

  *of({ a, b }: Match): Generator<LabelledPair> {
    const [inA, inB] = [this.#paired.a.units[a] as Unit, this.#paired.b.units[b] as Unit];
    for (const attribute of [...new Set([...inA.labels.keys(), ...inB.labels.keys()])]) {
      const [own, other] = [inA.labels.get(attribute) ?? [], inB.labels.get(attribute) ?? []];
      // A's id must not pass for a statement of B's that happens to be called so.
      const translated = isRelation(attribute) ? own.map((id) => this.#translated(id)).sort() : own;
      yield { attribute, a: translated, b: other };
    }
  }

  #translated(id: string): string {
    // What neither defines, or another document does, is the same to both.
    if (!this.#idsInA.has(id) && !this.#idsInB.has(id)) return id;
    return this.#nameInB.get(id) ?? `${id} (in A)`;
  }
}

/** The first unit of each id: the one that the id means. */
function firstWithIds({ units }: Coding): Map<string, number> {
  const first = new Map<string, number>();
  for (const [index, { id }] of units.entries()) if (id !== null && !first.has(id)) first.set(id, index);
  return first;
}

/** All disagreements, in order of place in A. */
export function disagreementsOf(paired: PairedCodings): Disagreement[] {
  const { a, b, matches } = paired;
  const labels = new Labels(paired);
  const found: Disagreement[] = [];
  const [inA, inB] = [new Set(matches.map((match) => match.a)), new Set(matches.map((match) => match.b))];
  for (const [index, unit] of a.units.entries()) {
    if (inA.has(index)) continue;
    found.push({ kind: 'only-a', attribute: null, a: having(unit), b: lacking(b, unit) });
  }
  for (const [index, unit] of b.units.entries()) {
    if (inB.has(index)) continue;
    found.push({ kind: 'only-b', attribute: null, a: lacking(a, unit), b: having(unit) });
  }
  for (const match of matches) {
    const [one, other] = [a.units[match.a] as Unit, b.units[match.b] as Unit];
    const add = (kind: DisagreementKind, attribute: string | null, valueA: string, valueB: string) =>
      found.push({
        kind,
        attribute,
        a: { unit: one, source: one.source, value: valueA },
        b: { unit: other, source: other.source, value: valueB },
      });
    if (!match.exact) add('boundaries', null, one.words, other.words);
    if (one.kind !== other.kind) add('kind', null, one.kind, other.kind);
    for (const label of labels.of(match)) {
      const [valueA, valueB] = [label.a.join(', '), label.b.join(', ')];
      if (valueA !== valueB) add('attribute', label.attribute, valueA, valueB);
    }
  }
  const order = (each: Disagreement) => each.a.source.start;
  return found.sort((one, other) => order(one) - order(other) || one.b.source.start - other.b.source.start);
}

function having(unit: Unit): Side {
  return { unit, source: unit.source, value: `${unit.kind}: ${unit.words}` };
}

/** Where the words stand that the other has marked. */
function lacking({ document, text }: Coding, { spans }: Unit): Side {
  const [start, end] = [spans[0]?.start ?? 0, spans[0]?.end ?? 0];
  const { published } = document;
  const from = published.toSource(text.toPublished(start), 'after');
  const to = start === end ? from : published.toSource(text.toPublished(end), 'before');
  return { unit: null, source: { start: from, end: Math.max(from, to) }, value: '' };
}
