/**
 * What follows when files are renamed or moved: references to a document whose id is made of its file's name, and
 * the paths to codebooks in heads. Offsets and locations are those from before the move.
 */
import type { TextRange } from '../codebook/codebook.ts';
import { DOCUMENT_ENDING } from '../model/discovery.ts';
import type { DocumentModel } from '../model/document.ts';
import { nameKey } from '../model/facts.ts';
import { documentIdFromLocation, folderOf, resolvePath } from '../model/location.ts';
import type { Pieces } from '../model/pieces.ts';
import type { Workspace } from '../model/workspace.ts';
import { documentReferences } from './documentReferences.ts';
import { inOrder, type PlacedEdit } from './fileEdits.ts';

/** A file or folder that moves. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** The edits to make before files move, so that what points to them still does. */
export function* editsForMoves(workspace: Workspace, moves: readonly Move[]): Pieces<PlacedEdit[]> {
  const moved = (location: string) => movedLocation(moves, location);
  const edits: PlacedEdit[] = [];
  yield* referenceEdits(workspace, moved, edits);
  yield* codebookPathEdits(workspace, moved, edits);
  return yield* inOrder(edits);
}

type Moved = (location: string) => string;

/** Where a file is afterwards. The innermost of several folders that move counts. */
function movedLocation(moves: readonly Move[], location: string): string {
  let best: Move | null = null;
  for (const move of moves) {
    const holds = location === move.from || location.startsWith(`${move.from}/`);
    if (holds && (best === null || move.from.length > best.from.length)) best = move;
  }
  return best ? best.to + location.slice(best.from.length) : location;
}

function* referenceEdits(workspace: Workspace, moved: Moved, edits: PlacedEdit[]): Pieces<void> {
  const renamed = yield* renamedByMove(workspace, moved);
  const newcomers = new Map<string, DocumentModel[]>();
  for (const [document, id] of renamed) {
    const others = newcomers.get(id);
    if (others) others.push(document);
    else newcomers.set(id, [document]);
  }
  for (const [document, id] of renamed) {
    const stay = [...workspace.documentsWithId(id)].filter((other) => !renamed.has(other));
    const rivals = (newcomers.get(id) ?? []).filter((other) => other !== document);
    const isTaken = [...stay, ...rivals].some((other) => other.coder === document.coder);
    // Two documents of one id: references would mean either, and nobody could tell them apart again.
    if (!isTaken) yield* editsOfReferences(workspace, document, id, edits);
    yield;
  }
}

/** The documents whose ids follow from their files' names, and will be others, with these. */
function* renamedByMove(workspace: Workspace, moved: Moved): Pieces<Map<DocumentModel, string>> {
  const renamed = new Map<DocumentModel, string>();
  for (const document of workspace.documents.values()) {
    yield;
    const location = moved(document.location);
    if (location === document.location || document.head.id || !location.endsWith(DOCUMENT_ENDING)) continue;
    const id = documentIdFromLocation(location);
    if (id !== document.id) renamed.set(document, id);
  }
  return renamed;
}

/** References by the same coder that mean this document and not another of the same id. */
function* editsOfReferences(
  workspace: Workspace,
  document: DocumentModel,
  id: string,
  edits: PlacedEdit[],
): Pieces<void> {
  const isMeant = (other: DocumentModel) => other.coder === document.coder;
  const [first] = [...workspace.documentsWithId(document.id)].filter(isMeant);
  if (first !== document) return;
  for (const user of workspace.documentsUsing(nameKey('document', document.id))) {
    if (!isMeant(user)) continue;
    for (const reference of documentReferences(user, document.id))
      edits.push({ location: user.location, ...reference.document, text: id });
    yield;
  }
}

function* codebookPathEdits(workspace: Workspace, moved: Moved, edits: PlacedEdit[]): Pieces<void> {
  for (const document of workspace.documents.values()) {
    yield;
    const path = document.head.codebook;
    if (!path) continue;
    const target = resolvePath(folderOf(document.location), path.value);
    if (target === null) continue;
    const folder = folderOf(moved(document.location));
    const codebook = moved(target);
    if (resolvePath(folder, path.value) === codebook) continue;
    // A path that led nowhere before leads nowhere afterwards: nobody knows what was meant.
    if (codebook === target && !workspace.codebooks.has(target)) continue;
    const written = path.value.startsWith('/') ? codebook : relativePath(folder, codebook);
    if (written !== null) edits.push(pathEdit(document, path, written));
  }
}

/** The path from a folder to a file; null where they have no root in common. */
export function relativePath(folder: string, location: string): string | null {
  const from = folder.split('/');
  const to = location.split('/');
  // `file:///` has three parts that no path can climb over.
  const rooted = /^[a-z][a-z0-9+.-]*:$/i.test(from[0] ?? '') ? 3 : 1;
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  if (shared < Math.min(rooted, from.length)) return null;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

/** Words that need no quotes as a value of YAML. */
const PLAIN = /^[\p{L}\p{N}./_][\p{L}\p{M}\p{N} ./_@()+-]*$/u;

function pathEdit({ location, source }: DocumentModel, { start, end }: TextRange, path: string): PlacedEdit {
  const isQuoted = /^["']/.test(source.preamble.text.slice(start, end));
  return { location, start, end, text: isQuoted || !PLAIN.test(path) ? JSON.stringify(path) : path };
}
