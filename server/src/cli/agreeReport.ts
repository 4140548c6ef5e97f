/** What `demarche agree` tells: tables for people, rows or one object for programs. */
import {
  type Disagreement,
  disagreementsOf,
  type PairedCodings,
  type Side,
} from '../agreement/disagreements.ts';
import type { Figure } from '../agreement/figure.ts';
import type { Measures } from '../agreement/measures.ts';
import type { Coding } from '../agreement/units.ts';
import type { Cell } from '../formats/cells.ts';
import { neutralized } from './cells.ts';
import type { Paint } from './colours.ts';
import type { Sink } from './output.ts';
import { type Table, type TableFormat, writeTable } from './tables.ts';

export type AgreeFormat = TableFormat;

/** A text and both its copies. */
export interface ComparedDocument {
  readonly id: string;
  /** The copies, as the user is told of them. */
  readonly a: string;
  readonly b: string;
  readonly coders: readonly [string, string];
  readonly paired: PairedCodings;
}

export interface Agreement {
  /** What the two coders are called. */
  readonly names: readonly [string, string];
  readonly documents: readonly ComparedDocument[];
  readonly measures: Measures;
}

export interface AgreementOutput {
  readonly format: AgreeFormat;
  readonly only: 'measures' | 'disagreements' | null;
  readonly sink: Sink;
  readonly paint: Paint;
}

export async function writeAgreement(agreement: Agreement, output: AgreementOutput): Promise<void> {
  const { format, only, sink, paint } = output;
  if (format === 'table') return writeForPeople(agreement, output);
  if (format === 'json' && only === null) {
    const { names, documents, measures } = agreement;
    const whole = {
      version: 1,
      a: names[0],
      b: names[1],
      documents: documents.map(({ id, a, b }) => ({ id, a, b })),
      ...measures,
      disagreements: [...placed(documents)].map(objectOf),
    };
    return sink.write(`${JSON.stringify(whole, null, 2)}\n`);
  }
  const table = only === 'disagreements' ? disagreementRows(agreement) : measureRows(agreement);
  await writeTable(table, format, sink, paint);
}

/** A disagreement with its places as people count: lines and columns from 1. */
interface Placed {
  readonly document: ComparedDocument;
  readonly disagreement: Disagreement;
  readonly a: string;
  readonly b: string;
}

function* placed(documents: readonly ComparedDocument[]): Generator<Placed> {
  for (const document of documents) {
    const [inA, inB] = [placer(document.paired.a), placer(document.paired.b)];
    for (const disagreement of disagreementsOf(document.paired)) {
      const a = `${document.a}:${inA(disagreement.a)}`;
      const b = `${document.b}:${inB(disagreement.b)}`;
      yield { document, disagreement, a, b };
    }
  }
}

function placer({ document }: Coding): (side: Side) => string {
  const { text } = document.source;
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return ({ source }) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) <= source.start) low = middle + 1;
      else high = middle;
    }
    return `${low}:${source.start - (starts[low - 1] as number) + 1}`;
  };
}

function objectOf({ document, disagreement, a, b }: Placed) {
  const { kind, attribute } = disagreement;
  const side = (place: string, { unit, value }: Side) => ({
    place,
    kind: unit?.kind ?? null,
    id: unit?.id ?? null,
    value,
  });
  return { document: document.id, kind, attribute, a: side(a, disagreement.a), b: side(b, disagreement.b) };
}

function disagreementRows({ documents }: Agreement): Table {
  return {
    columns: ['document', 'kind', 'attribute', 'place a', 'place b', 'a', 'b'].map((name) => ({
      name: name.replace(' ', '_'),
    })),
    rows: [...placed(documents)].map(({ document, disagreement: { kind, attribute, a, b }, ...places }) => [
      document.id,
      kind,
      attribute,
      places.a,
      places.b,
      oneLine(a.value),
      oneLine(b.value),
    ]),
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** One row a figure. */
function measureRows({ measures }: Agreement): Table {
  const rows: Cell[][] = [];
  const add = (
    kind: string,
    attribute: string,
    measure: string,
    { value, reason }: Figure,
    counts: readonly Cell[],
  ) =>
    rows.push([
      kind,
      attribute,
      measure,
      value === null ? null : Number(value.toFixed(6)),
      ...counts,
      reason,
    ]);
  for (const { kind, a, b, exact, overlap, alpha } of measures.unitizing) {
    add(kind, '', 'f1_exact', exact, [a, b, null]);
    add(kind, '', 'f1_overlap', overlap, [a, b, null]);
    add(kind, '', 'alpha_u', alpha, [a, b, null]);
  }
  for (const { kind, attribute, pairs, agreement, kappa, alpha } of measures.labelling) {
    add(kind, attribute, 'agreement', agreement, [null, null, pairs]);
    add(kind, attribute, 'kappa', kappa, [null, null, pairs]);
    add(kind, attribute, 'alpha', alpha, [null, null, pairs]);
  }
  const columns = ['kind', 'attribute', 'measure', 'value', 'a', 'b', 'pairs', 'not_computable'];
  return { columns: columns.map((name) => ({ name })), rows };
}

/** For people: two tables, why figures are missing, and the disagreements. */
async function writeForPeople(agreement: Agreement, { only, sink, paint }: AgreementOutput): Promise<void> {
  const { names, documents, measures } = agreement;
  const show = (table: Table) => writeTable(table, 'table', sink, paint);
  const title = (text: string) => sink.write(`${text}\n`);
  const count = documents.length === 1 ? '1 text' : `${documents.length} texts`;
  if (only !== 'disagreements') {
    const notes = new Notes();
    await title(
      `A: ${neutralized(names[0])}, B: ${neutralized(names[1])}, ${count}\n\nDid they mark the same words?\n`,
    );
    await show({
      columns: ['kind', 'A', 'B', 'F1 exact', 'F1 overlap', 'αᵤ'].map((name) => ({ name })),
      rows: measures.unitizing.map(({ kind, a, b, exact, overlap, alpha }) => [
        kind,
        a,
        b,
        notes.cell(exact),
        notes.cell(overlap),
        notes.cell(alpha),
      ]),
    });
    await title('\nDid they say the same of what both marked?\n');
    await show({
      columns: ['kind', 'attribute', 'pairs', 'agreement', 'κ', 'α'].map((name) => ({ name })),
      rows: measures.labelling.map(({ kind, attribute, pairs, agreement: share, kappa, alpha }) => [
        kind,
        attribute,
        pairs,
        notes.cell(share),
        notes.cell(kappa),
        notes.cell(alpha),
      ]),
    });
    for (const line of notes.lines()) await title(line);
  }
  if (only !== 'measures') {
    const rows = disagreementRows(agreement).rows;
    await title(only === null ? `\nDisagreements: ${rows.length}\n` : `Disagreements: ${rows.length}\n`);
    if (rows.length === 0) return;
    await show({
      columns: ['what', 'place in A', 'place in B', 'A has', 'B has'].map((name) => ({ name })),
      rows: rows.map(([, kind, attribute, placeA, placeB, a, b]) => [
        attribute ? `${attribute}` : (kind ?? null),
        placeA ?? null,
        placeB ?? null,
        shortened(a),
        shortened(b),
      ]),
    });
  }
}

const WIDTH = 40;

function shortened(cell: Cell | undefined): string {
  const text = [...String(cell ?? '')];
  if (text.length === 0) return '–';
  return text.length <= WIDTH ? text.join('') : `${text.slice(0, WIDTH - 1).join('')}…`;
}

/** Why figures are missing: a mark in the table, the reason below it. */
class Notes {
  readonly #reasons: string[] = [];

  cell({ value, reason }: Figure): string {
    if (value !== null) return value.toFixed(3);
    if (!this.#reasons.includes(reason)) this.#reasons.push(reason);
    return `n/c ${this.#reasons.indexOf(reason) + 1}`;
  }

  lines(): string[] {
    const lines = this.#reasons.map((reason, index) => `n/c ${index + 1}: not computable: ${reason}`);
    return lines.length > 0 ? ['', ...lines] : [];
  }
}
