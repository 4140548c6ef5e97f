/** Mends what can be mended without asking, until nothing of that is left. */
import type { DocumentModel } from '../model/document.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Linter } from '../rules/linter.ts';
import type { FileEdit, Finding, Fix } from '../rules/rule.ts';

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
 * @returns whether it changed
 * @throws Error if a fix would change the published text; then the document is as it was
 */
export function fixDocument(workspace: Workspace, linter: Linter, document: DocumentModel): boolean {
  const before = document.source.text;
  const published = document.published.text;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const edit = joined(document.source.text, editsOf(linter.findingsIn(document)));
    if (edit === null) break;
    workspace.editDocument(document.location, edit.start, edit.end, edit.text);
    if (document.published.text === published) continue;
    workspace.editDocument(document.location, 0, document.source.length, before);
    throw new Error('not mended: a fix would change the published text');
  }
  return document.source.text !== before;
}

/** Mends a codebook in the workspace. @returns whether it changed */
export function fixCodebook(workspace: Workspace, linter: Linter, location: string): boolean {
  const before = workspace.codebooks.get(location)?.text;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const file = workspace.codebooks.get(location);
    const edit = file ? joined(file.text, editsOf(linter.findingsInCodebook(file))) : null;
    if (file === undefined || edit === null) break;
    workspace.setCodebook(location, file.text.slice(0, edit.start) + edit.text + file.text.slice(edit.end));
  }
  return workspace.codebooks.get(location)?.text !== before;
}

/**
 * The edits of the fixes that don't stand in each other's way, in order of place. Of two that do, the one that was
 * found first counts; the other waits for the next round.
 */
function editsOf(findings: readonly Finding[]): FileEdit[] {
  const fixes = findings.map(firstFix).filter((fix) => fix !== null);
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
  let inserted = '';
  let from = first.start;
  for (const edit of edits) {
    inserted += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return { start: first.start, end: last.end, text: inserted };
}
