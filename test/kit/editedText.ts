/** Edits as tests show them: the files that they lead to. */

import { applyEdits } from '../../server/src/rules/edits.ts';
import type { FileEdit } from '../../server/src/rules/rule.ts';
import type { TestWorkspace } from './workspace.ts';

/** The document after its edits. */
export function edited({ document }: TestWorkspace, edits: readonly FileEdit[]): string {
  const own = edits.filter(({ location = document.location }) => location === document.location);
  return applyEdits(document.source.text, own);
}

/** Another file after the edits of it. */
export function editedFile(
  { workspace }: TestWorkspace,
  edits: readonly FileEdit[],
  location: string,
): string {
  const text = workspace.codebooks.get(location)?.text ?? workspace.document(location)?.source.text ?? '';
  return applyEdits(
    text,
    edits.filter((edit) => edit.location === location),
  );
}
