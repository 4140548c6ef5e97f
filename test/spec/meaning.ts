/** What an example means: the document as `demarche export --to json` describes it. */
import { describeDocument, type JsonDocument } from '../../server/src/formats/json.ts';
import { Workspace } from '../../server/src/model/workspace.ts';

/** @param codebook the YAML before the example, if there is any */
export function meaningOf(input: string, codebook: string | null): JsonDocument {
  const workspace = new Workspace();
  if (codebook !== null) workspace.setCodebook('/example/demarche.yaml', codebook);
  return describeDocument(workspace, workspace.setDocument('/example/example.demarche', input));
}
