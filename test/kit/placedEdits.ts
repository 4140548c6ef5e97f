/** Edits of several files, applied to a workspace as an editor would. */
import type { PlacedEdit } from '../../server/src/features/fileEdits.ts';
import type { Workspace } from '../../server/src/model/workspace.ts';
import { applyEdits } from '../../server/src/rules/edits.ts';

/** The texts of all files, by location. */
export function textsOf(workspace: Workspace): Record<string, string> {
  const documents = [...workspace.documents.values()].map((each) => [each.location, each.source.text]);
  const codebooks = [...workspace.codebooks.values()].map((each) => [each.location, each.text]);
  return Object.fromEntries([...documents, ...codebooks]);
}

/** Makes the edits, those of a document from its end on: earlier places stay what they are. */
export function applyTo(workspace: Workspace, edits: readonly PlacedEdit[]): void {
  for (const location of new Set(edits.map((edit) => edit.location))) {
    const own = edits.filter((edit) => edit.location === location);
    const file = workspace.codebooks.get(location);
    if (file) workspace.setCodebook(location, applyEdits(file.text, own));
    else {
      for (const { start, end, text } of own.toReversed()) workspace.editDocument(location, start, end, text);
    }
  }
}
