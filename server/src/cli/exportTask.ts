/** What a thread does for an export that has a text for each document and nothing besides. */

import { attributesOf } from '../codebook/index.ts';
import type { ExportDocument } from '../formats/format.ts';
import { describeDocument } from '../formats/json.ts';
import { writeNdjson } from '../formats/ndjson.ts';
import { type Failure, type FileJob, Shelf } from './fileJob.ts';
import type { Task } from './threads.ts';

export interface ExportSettings {
  readonly cwd: string;
}

export interface Described {
  /** The documents' lines, in UTF-8. */
  readonly bytes: Uint8Array;
  readonly failures: readonly Failure[];
}

export interface ExportTask extends Task {
  describe(input: { readonly files: readonly FileJob[] }): Promise<Described>;
}

export function exportTask({ cwd }: ExportSettings): ExportTask {
  const shelf = new Shelf(cwd);
  return {
    async describe({ files }) {
      const lines: string[] = [];
      for await (const { job, document } of shelf.put(files)) {
        if (document === null) continue;
        const { workspace } = shelf;
        const meaning = describeDocument(workspace, document);
        const attributes = attributesOf(workspace.codebookOf(document)?.codebook ?? null);
        const described: ExportDocument = { path: job.path, name: job.path, meaning, attributes };
        lines.push(...writeNdjson([described]));
        workspace.removeDocument(job.location);
      }
      return { bytes: new TextEncoder().encode(lines.join('')), failures: shelf.takeFailures() };
    },
  };
}
