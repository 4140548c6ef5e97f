/** Pictures from documents: reads the scope, makes the graph, lays it out, draws it. */
import type { DocumentModel } from '../model/document.ts';
import type { Workspace } from '../model/workspace.ts';
import { drawArgument } from './argumentDrawing.ts';
import { argumentGraph } from './argumentGraph.ts';
import { type Drawing } from './drawing.ts';
import type { Memory } from './memory.ts';
import { drawNetwork } from './networkDrawing.ts';
import { networkGraph } from './networkGraph.ts';
import { type Filter, readScope, type Scope } from './scope.ts';

export const PICTURE_KINDS = ['argument', 'network'] as const;
export type PictureKind = (typeof PICTURE_KINDS)[number];

export interface Picture {
  readonly scope: Scope;
  readonly drawing: Drawing;
}

/** Makes a picture of documents; yields so that long work can be stopped. */
export function* makePicture(
  workspace: Workspace,
  documents: readonly DocumentModel[],
  kind: PictureKind,
  filter: Filter,
  memory: Memory,
): Generator<void, Picture> {
  const scope = yield* readScope(workspace, documents, filter);
  const title = titleOf(scope);
  if (kind === 'network') {
    const graph = yield* networkGraph(scope);
    return { scope, drawing: yield* drawNetwork(graph, { title }, memory) };
  }
  const graph = yield* argumentGraph(scope);
  const drawing = yield* drawArgument(graph, { title, note: null }, memory);
  return { scope, drawing };
}

/** The title of the only document, or how many there are. */
export function titleOf({ documents }: Scope): string {
  return documents.length === 1 ? (documents[0]?.title ?? '') : `${documents.length} documents`;
}
