/** Networks of documents: the one place that puts the parts together. */
import type { DocumentModel } from '../model/document.ts';
import type { Workspace } from '../model/workspace.ts';
import { affiliationEdges, POSITION_FIGURES } from './affiliation.ts';
import { countsOf } from './counts.ts';
import { demandNetwork, STATES } from './demandNetwork.ts';
import { withoutDuplicates } from './duplicates.ts';
import { LeftOut } from './leftOut.ts';
import type { Network, NetworkNode, Period } from './network.ts';
import { PROJECTION_FIGURES, projectionEdges } from './projection.ts';
import { type NetworkQuestion, needsPosition } from './question.ts';
import { type Tie, type Ties, tiesOf, unbounded } from './ties.ts';
import { isTooRough, windowsIn } from './timeWindows.ts';

export interface NetworkAnswer {
  /** One, or one for each window. They are made as they are asked for. */
  readonly networks: Iterable<Network>;
  /** The windows; null where none were asked for. */
  readonly windows: readonly Period[] | null;
  /** What is not in them, as in “3 statements without a date”. */
  readonly leftOut: readonly string[];
  /** How many statements have a date too rough to place them, so that its first day does. */
  readonly roughDates: number;
}

/**
 * The networks of documents. In this order: what the filter means, what the bounds of time mean, duplicates, windows.
 * The order of the documents changes nothing.
 */
export function networksOf(
  workspace: Workspace,
  documents: readonly DocumentModel[],
  question: NetworkQuestion,
): NetworkAnswer {
  const inPlace = [...documents].sort((a, b) => (a.location < b.location ? -1 : 1));
  const leftOut = new LeftOut();
  const { ties: all, sources, targets } = tiesOf(workspace, inPlace, question, leftOut);
  const nodes = question.isolates
    ? tiesOf(workspace, inPlace, unbounded(question), new LeftOut())
    : { sources, targets };
  const { from, until, unique } = question;
  const placed = inOrderOfTime(
    all.filter(({ moment }) => (from === null || moment >= from) && (until === null || moment <= until)),
  );
  const ties = unique === null ? placed : withoutDuplicates(placed, unique, needsPosition(question));
  const windows = windowsFor(question, ties);
  if (windows !== null) noteOutside(ties, windows, leftOut);
  return {
    networks: networksFor(question, nodes, ties, windows),
    windows,
    leftOut: leftOut.phrases(),
    roughDates: countRough(all, question),
  };
}

/** Those without a date first. Equal ones stay in the order of the texts. */
function inOrderOfTime(ties: readonly Tie[]): Tie[] {
  return [...ties].sort((a, b) => (a.moment < b.moment ? -1 : a.moment > b.moment ? 1 : 0));
}

function windowsFor({ window, from, until }: NetworkQuestion, ties: readonly Tie[]): Period[] | null {
  if (window === null) return null;
  const [first, last] = [ties[0]?.moment ?? from, ties.at(-1)?.moment ?? until];
  if (!first || !last) return [];
  return windowsIn(window, { from: first, until: last }, from, until);
}

function noteOutside(ties: readonly Tie[], windows: readonly Period[], leftOut: LeftOut): void {
  let next = 0;
  for (const { moment, statement } of ties) {
    while (next < windows.length && (windows[next] as Period).until < moment) next++;
    const window = windows[next];
    if (window === undefined || moment < window.from) leftOut.add('window', statement);
  }
}

function* networksFor(
  question: NetworkQuestion,
  nodes: Pick<Ties, 'sources' | 'targets'>,
  ties: readonly Tie[],
  windows: readonly Period[] | null,
): Generator<Network> {
  if (windows === null) {
    yield networkOf(question, nodes, ties, null);
    return;
  }
  let first = 0;
  let after = 0;
  for (const window of windows) {
    while (first < ties.length && (ties[first] as Tie).moment < window.from) first++;
    while (after < ties.length && (ties[after] as Tie).moment <= window.until) after++;
    yield networkOf(question, nodes, ties.slice(first, Math.max(first, after)), window);
  }
}

function networkOf(
  { type, qualifier, normalization, isolates, unique }: NetworkQuestion,
  nodes: Pick<Ties, 'sources' | 'targets'>,
  ties: readonly Tie[],
  window: Period | null,
): Network {
  if (type === 'demands') {
    const both = new Map<string, NetworkNode>([...nodes.targets, ...nodes.sources]);
    const { actors, edges } = demandNetwork(ties, both, normalization, isolates);
    return { type, isDirected: true, rows: actors, columns: actors, edges, figures: STATES, window };
  }
  const counts = countsOf(ties, nodes, isolates);
  const { rows, columns } = counts;
  if (type !== 'affiliation') {
    const edges = projectionEdges(counts, type, normalization);
    return { type, isDirected: false, rows, columns: rows, edges, figures: PROJECTION_FIGURES, window };
  }
  // Of duplicates one is kept: where their positions may differ, its own says nothing of theirs.
  const hasFigures = qualifier !== 'ignore' || unique === null;
  const edges = affiliationEdges(counts, qualifier, normalization, hasFigures);
  const figures = hasFigures ? POSITION_FIGURES : [];
  return { type, isDirected: false, rows, columns, edges, figures, window };
}

/** Statements whose date names a year or a month of which only a part is within a bound or a window. */
function countRough(ties: readonly Tie[], { from, until, window }: NetworkQuestion): number {
  const rough = ties.filter(({ date }) => {
    if (date === null) return false;
    const crosses = (bound: string | null) => bound !== null && date.earliest < bound && bound < date.latest;
    if (crosses(from) || crosses(until)) return true;
    const isInside = (from === null || date.earliest >= from) && (until === null || date.earliest <= until);
    return window !== null && isInside && isTooRough(date.precision, window.unit);
  });
  return new Set(rough.map(({ statement }) => statement)).size;
}
