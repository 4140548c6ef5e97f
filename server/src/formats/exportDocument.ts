/** One document in a format, as the editor exports it. */
import { attributesOf } from '../codebook/index.ts';
import type { DocumentModel } from '../model/document.ts';
import type { Workspace } from '../model/workspace.ts';
import { FacetCounts } from './facets.ts';
import type { ExportContext, ExportDocument, Format, NamedFile } from './format.ts';
import { describeDocument } from './json.ts';

/** What an export makes, and what it does not hold, in words. */
export interface DocumentExport {
  /** One, or several that belong together in a folder. */
  readonly files: readonly NamedFile[];
  readonly losses: readonly string[];
}

/** Exports a document. Files are called after its id. */
export function exportDocument(
  workspace: Workspace,
  document: DocumentModel,
  format: Format,
): DocumentExport {
  const meaning = describeDocument(workspace, document);
  const attributes = attributesOf(workspace.codebookOf(document)?.codebook ?? null);
  const name = document.id;
  const described: ExportDocument = { path: `${name}.demarche`, name, meaning, attributes };
  const losses = new FacetCounts(format.lacks);
  losses.add(meaning);
  return { files: filesOf(described, format, { isOne: true, attributes }), losses: losses.phrases() };
}

function filesOf(document: ExportDocument, format: Format, context: ExportContext): NamedFile[] {
  const { writer, ending } = format;
  const whole = (content: string | Uint8Array) => [{ name: `${document.name}${ending}`, content }];
  switch (writer.makes) {
    case 'text':
      return whole([...writer.write([document], context)].join(''));
    case 'each':
      return whole(writer.write(document));
    case 'archive':
      return whole(writer.write([document], context));
    case 'files':
      return [...writer.write([document], context)];
  }
}
