/** Pictures from documents: reads the scope, makes the graph, lays it out, draws it, makes a file of it. */
import type { DocumentModel } from '../model/document.ts';
import type { Workspace } from '../model/workspace.ts';
import { drawArgument, plural } from './argumentDrawing.ts';
import { type ArgumentGraph, argumentGraph } from './argumentGraph.ts';
import { argumentToDot, networkToDot } from './dot.ts';
import { type Drawing, toSvg } from './drawing.ts';
import { argumentInWords, ledgerInWords, networkInWords } from './inWords.ts';
import { ledgerOf, type Row } from './ledger.ts';
import { limitScope } from './limit.ts';
import type { Memory } from './memory.ts';
import { drawNetwork } from './networkDrawing.ts';
import { type NetworkGraph, networkGraph } from './networkGraph.ts';
import { toPage } from './page.ts';
import { type Filter, readScope, type Scope } from './scope.ts';

/** What can be drawn, and the ledger, which is a table. */
export const PICTURE_KINDS = ['argument', 'network', 'demands'] as const;
export type PictureKind = (typeof PICTURE_KINDS)[number];

export const PICTURE_FORMATS = ['svg', 'html', 'dot'] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

export type Picture = { readonly scope: Scope; readonly drawing: Drawing } & (
  | { readonly kind: 'argument'; readonly graph: ArgumentGraph }
  | { readonly kind: 'network'; readonly graph: NetworkGraph }
);

export interface PictureFile {
  readonly text: string;
  /** A name for it, with its ending. */
  readonly name: string;
  /** Of an SVG, in pixels. */
  readonly size: { readonly width: number; readonly height: number } | null;
  /** What it could not show, in words, or null. */
  readonly note: string | null;
}

/** Makes a picture of documents; yields so that long work can be stopped. */
export function* makePicture(
  workspace: Workspace,
  documents: readonly DocumentModel[],
  kind: 'argument' | 'network',
  filter: Filter,
  memory: Memory,
): Generator<void, Picture> {
  const scope = yield* readScope(workspace, documents, filter);
  const title = titleOf(scope);
  if (kind === 'network') {
    const graph = yield* networkGraph(scope);
    return { scope, kind, graph, drawing: yield* drawNetwork(graph, { title }, memory) };
  }
  const limited = limitScope(scope);
  const graph = yield* argumentGraph(limited.scope);
  return { scope, kind, graph, drawing: yield* drawArgument(graph, { title, note: limited.note }, memory) };
}

/** Makes the ledger of documents. */
export function* makeLedger(
  workspace: Workspace,
  documents: readonly DocumentModel[],
  filter: Filter,
): Generator<void, { readonly scope: Scope; readonly rows: readonly Row[] }> {
  const scope = yield* readScope(workspace, documents, filter);
  return { scope, rows: yield* ledgerOf(scope) };
}

/** What a file is to be. The ledger is a page only. */
export interface FileOptions {
  readonly kind: PictureKind;
  readonly format: PictureFormat;
  readonly filter: Filter;
  /** The colours of an SVG. */
  readonly theme: 'light' | 'dark';
}

/** Makes a file that stands for itself. @throws if the ledger is asked for as a picture */
export function* makeFile(
  workspace: Workspace,
  documents: readonly DocumentModel[],
  { kind, format, filter, theme }: FileOptions,
  memory: Memory,
): Generator<void, PictureFile> {
  const name = `${documents.length === 1 ? documents[0]?.id : 'demarche'}-${kind}.${format}`;
  if (kind === 'demands') {
    if (format !== 'html') throw new Error('The ledger of demands is a page, no picture.');
    const { scope, rows } = yield* makeLedger(workspace, documents, filter);
    const open = rows.filter((row) => row.state === null).length;
    const summary = `${plural(rows.length, 'demand')} by addressee, ${open} without a reply`;
    const title = titleOf(scope);
    const page = {
      heading: `Demands: ${title}`,
      title: `Demands: ${title}`,
      summary,
      note: null,
      figure: null,
    };
    const isOne = documents.length === 1;
    return { text: toPage({ ...page, content: ledgerInWords(rows, isOne) }), name, size: null, note: null };
  }
  const picture = yield* makePicture(workspace, documents, kind, filter, memory);
  const { drawing } = picture;
  const { note } = drawing;
  switch (format) {
    case 'svg': {
      const { width, height } = drawing;
      return { text: `${toSvg(drawing, { isAlone: true, theme })}\n`, name, size: { width, height }, note };
    }
    case 'html':
      return { text: pageOf(picture), name, size: null, note };
    case 'dot': {
      const { title } = drawing;
      const text =
        picture.kind === 'argument'
          ? argumentToDot(picture.graph, title)
          : networkToDot(picture.graph, title);
      return { text, name, size: null, note };
    }
  }
}

function pageOf(picture: Picture): string {
  const { kind, drawing } = picture;
  // The title itself is in the picture.
  const heading = kind === 'argument' ? 'Argument map' : 'Actor network';
  const { summary, note } = drawing;
  const title = `${heading}: ${drawing.title}`;
  return toPage({ heading, title, summary, note, figure: { kind, drawing }, content: inWords(picture) });
}

function inWords(picture: Picture) {
  return picture.kind === 'argument' ? argumentInWords(picture.graph) : networkInWords(picture.graph);
}

/** The title of the only document, or how many there are. */
function titleOf({ documents }: Scope): string {
  return documents.length === 1 ? (documents[0]?.title ?? '') : plural(documents.length, 'document');
}
