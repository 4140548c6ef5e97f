/** All figures of two coders' agreement over a set of documents, unitizing and labelling apart. */
import { isRelation } from '../codebook/attributes.ts';
import { Labels, type PairedCodings } from './disagreements.ts';
import { type Figure, figure, notComputable } from './figure.ts';
import { matchUnits } from './matching.ts';
import { cohensKappa, krippendorffsAlpha, type LabelPair, observedAgreement } from './nominal.ts';
import { type Stretch, unitizingAlpha } from './unitizing.ts';
import { UNIT_KINDS, type Unit, type UnitKind } from './units.ts';

/** A kind of unit, or claims and demands together, whichever of the two they are. */
export type MeasuredKind = 'statement' | UnitKind;

/** Whether the coders marked the same words. */
export interface UnitizingMeasures {
  readonly kind: MeasuredKind;
  /** How many each has marked. */
  readonly a: number;
  readonly b: number;
  /** F1 = 2 · pairs / (a + b), pairs being units with the very same words. */
  readonly exact: Figure;
  /** The same, pairs being units that share any words. */
  readonly overlap: Figure;
  readonly alpha: Figure;
}

/** Whether they said the same of what both have marked. */
export interface LabellingMeasures {
  readonly kind: MeasuredKind;
  readonly attribute: string;
  /** How many units both have marked. */
  readonly pairs: number;
  readonly agreement: Figure;
  readonly kappa: Figure;
  readonly alpha: Figure;
}

export interface Measures {
  readonly unitizing: readonly UnitizingMeasures[];
  readonly labelling: readonly LabellingMeasures[];
}

/** Measures the agreement of two coders. The order of the documents makes no difference. */
export function measure(documents: readonly PairedCodings[]): Measures {
  const kinds: readonly MeasuredKind[] = ['statement', ...UNIT_KINDS];
  return { unitizing: kinds.map((kind) => unitizing(documents, kind)), labelling: labelling(documents) };
}

function unitizing(documents: readonly PairedCodings[], kind: MeasuredKind): UnitizingMeasures {
  const isWanted = (unit: Unit) => (kind === 'statement' ? unit.kind !== 'mention' : unit.kind === kind);
  let [inA, inB, exact, overlapping] = [0, 0, 0, 0];
  const texts = documents.map(({ a, b }) => {
    const [unitsA, unitsB] = [a.units.filter(isWanted), b.units.filter(isWanted)];
    const matches = matchUnits(unitsA, unitsB);
    inA += unitsA.length;
    inB += unitsB.length;
    overlapping += matches.length;
    exact += matches.filter((match) => match.exact).length;
    return { length: a.text.text.length, coders: [apart(unitsA), apart(unitsB)] };
  });
  const f1 = (pairs: number) =>
    inA + inB === 0 ? notComputable('neither coder marked any') : figure((2 * pairs) / (inA + inB));
  return { kind, a: inA, b: inB, exact: f1(exact), overlap: f1(overlapping), alpha: unitizingAlpha(texts) };
}

/** The words of units as stretches in order. αᵤ knows no unit inside another: where they overlap, they count as one. */
function apart(units: readonly Unit[]): Stretch[] {
  const stretches = units.flatMap(({ spans }) => spans.filter(({ start, end }) => start < end));
  stretches.sort((one, other) => one.start - other.start);
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of stretches) {
    const last = joined.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

function labelling(documents: readonly PairedCodings[]): LabellingMeasures[] {
  const kinds: LabelPair[] = [];
  const counts = new Map<UnitKind, number>();
  /** What was said of units of a kind: only of those of which either coder said something. */
  const said = new Map<UnitKind, Map<string, LabelPair[]>>(UNIT_KINDS.map((kind) => [kind, new Map()]));
  for (const paired of documents) {
    const labels = new Labels(paired);
    for (const match of paired.matches) {
      const [a, b] = [paired.a.units[match.a] as Unit, paired.b.units[match.b] as Unit];
      if (a.kind !== 'mention') kinds.push([a.kind, b.kind]);
      if (a.kind !== b.kind) continue;
      counts.set(a.kind, (counts.get(a.kind) ?? 0) + 1);
      const byAttribute = said.get(a.kind) as Map<string, LabelPair[]>;
      for (const { attribute, a: one, b: other } of labels.of(match)) {
        const list = byAttribute.get(attribute) ?? [];
        // An id means another statement in another document.
        const home = isRelation(attribute) ? `${paired.b.document.location} ` : '';
        const label = (values: readonly string[]) => (values.length === 0 ? '' : home + values.join(', '));
        list.push([label(one), label(other)]);
        byAttribute.set(attribute, list);
      }
    }
  }
  const rows = kinds.length === 0 ? [] : [labelMeasures('statement', 'kind', kinds)];
  for (const kind of UNIT_KINDS) {
    for (const [attribute, list] of [...(said.get(kind) ?? [])].sort(([one], [other]) =>
      one < other ? -1 : 1,
    )) {
      // That neither gave it a value is a label too: it is what they agree on.
      const without = (counts.get(kind) ?? 0) - list.length;
      rows.push(labelMeasures(kind, attribute, [...list, ...new Array<LabelPair>(without).fill(['', ''])]));
    }
  }
  return rows;
}

function labelMeasures(
  kind: MeasuredKind,
  attribute: string,
  pairs: readonly LabelPair[],
): LabellingMeasures {
  return {
    kind,
    attribute,
    pairs: pairs.length,
    agreement: observedAgreement(pairs),
    kappa: cohensKappa(pairs),
    alpha: krippendorffsAlpha(pairs),
  };
}
