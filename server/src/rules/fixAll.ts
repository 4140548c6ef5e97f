/** Mends what can be mended without asking, until nothing of that is left: for the editor and the command line. */
import type { DocumentModel } from '../model/document.ts';
import { finish, type Pieces } from '../model/pieces.ts';
import { Workspace } from '../model/workspace.ts';
import { ComposedEdits } from './composedEdits.ts';
import { applyEdits } from './edits.ts';
import type { Linter } from './linter.ts';
import type { FileEdit, Finding, Fix } from './rule.ts';
import { keepsPublishedText } from './sameText.ts';

/** A fix may uncover what another mends; none is known that needs more than two rounds. */
const MAX_ROUNDS = 20;

/** The first way to mend a finding without asking, in its own file; null without one. */
export function firstFix(finding: Finding): Fix | null {
  const isOwn = ({ kind, edits }: Fix) =>
    kind === 'fix' && edits.length > 0 && edits.every((edit) => edit.location === undefined);
  return finding.fixes.find(isOwn) ?? null;
}

/**
 * Mends a document in the workspace.
 *
 * @returns what was done, as edits of the text that it had; none if nothing was
 * @throws Error if the fixes together would change the published text; then the document is as it was
 */
export function fixDocument(workspace: Workspace, linter: Linter, document: DocumentModel): FileEdit[] {
  return finish(inRounds(workspace, linter, document));
}

/** The same in pieces; between them the document is half mended. @param first what the first round does, if known */
function* inRounds(
  workspace: Workspace,
  linter: Linter,
  document: DocumentModel,
  first?: readonly FileEdit[],
): Pieces<FileEdit[]> {
  const { location, source } = document;
  const before = source.text;
  const published = document.published.text;
  const done = new ComposedEdits(before.length);
  let edits = first ?? (yield* fixesInDocument(linter, document));
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const edit = joined(source.text, edits);
    if (edit === null) break;
    workspace.editDocument(location, edit.start, edit.end, edit.text);
    done.add(edits);
    if (document.published.text !== published) {
      workspace.editDocument(location, 0, source.length, before);
      throw new Error('not mended: the fixes would change the published text');
    }
    edits = yield* fixesInDocument(linter, document);
  }
  return done.toEdits();
}

/** Mends a codebook in the workspace. @returns what was done, as edits of the text that it had */
export function fixCodebook(workspace: Workspace, linter: Linter, location: string): FileEdit[] {
  const done = new ComposedEdits(workspace.codebooks.get(location)?.text.length ?? 0);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const file = workspace.codebooks.get(location);
    const edits = file ? fixesIn(linter.findingsInCodebook(file).map(firstFix)) : [];
    if (file === undefined || edits.length === 0) break;
    workspace.setCodebook(location, applyEdits(file.text, edits));
    done.add(edits);
  }
  return done.toEdits();
}

/**
 * The edits that mend a document or codebook, for somebody else to make. They are tried on a copy: what others know of
 * the text, places among it, stays true.
 *
 * @throws Error if the fixes together would change the published text
 */
export function* fixAll(workspace: Workspace, linter: Linter, location: string): Pieces<FileEdit[]> {
  const document = workspace.document(location);
  if (document !== null) {
    const first = yield* fixesInDocument(linter, document);
    if (first.length === 0) return [];
    const trial = workspace.copyOf(document);
    const copy = trial.document(location) as DocumentModel;
    return yield* inRounds(trial, linter.over(trial), copy, first);
  }
  const codebook = workspace.codebooks.get(location);
  if (codebook === undefined) return [];
  const trial = new Workspace();
  trial.setCodebook(location, codebook.text);
  return fixCodebook(trial, linter.over(trial), location);
}

/** What one round does to a document. A fix that would change the published text is left out. */
function* fixesInDocument(linter: Linter, document: DocumentModel): Pieces<FileEdit[]> {
  const allowed: Fix[] = [];
  for (const finding of yield* linter.check(document)) {
    const fix = firstFix(finding);
    if (fix !== null && keepsPublishedText(document, fix.edits)) allowed.push(fix);
    yield;
  }
  return fixesIn(allowed);
}

/**
 * The edits of the fixes that don't stand in each other's way, in order of place. Of two that do, the one that was
 * found first counts; the other waits for the next round.
 */
function fixesIn(found: readonly (Fix | null)[]): FileEdit[] {
  const fixes = found.filter((fix) => fix !== null);
  const edits = fixes.flatMap((fix, number) => fix.edits.map((edit) => ({ edit, number })));
  edits.sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end);
  const waiting = new Set<number>();
  let last: (typeof edits)[number] | null = null;
  for (const each of edits) {
    if (waiting.has(each.number)) continue;
    const isFree = last === null || last.number === each.number || last.edit.end < each.edit.start;
    if (!isFree && last !== null) waiting.add(Math.max(last.number, each.number));
    if (!waiting.has(each.number)) last = each;
  }
  return edits.filter(({ number }) => !waiting.has(number)).map(({ edit }) => edit);
}

/** Edits in order of place, as one. */
function joined(text: string, edits: readonly FileEdit[]): FileEdit | null {
  const [first] = edits;
  const last = edits.at(-1);
  if (first === undefined || last === undefined) return null;
  const own = edits.map((edit) => ({
    ...edit,
    start: edit.start - first.start,
    end: edit.end - first.start,
  }));
  return { start: first.start, end: last.end, text: applyEdits(text.slice(first.start, last.end), own) };
}
