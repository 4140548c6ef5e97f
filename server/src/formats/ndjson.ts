/** The meaning of documents as JSON: an object for one file, else an array; or an object a line. */
import type { ExportContext, ExportDocument } from './format.ts';

function objectOf({ path, meaning }: ExportDocument): object {
  return { path, ...meaning };
}

export function* writeJson(
  documents: Iterable<ExportDocument>,
  { isOne }: Pick<ExportContext, 'isOne'>,
): Generator<string> {
  let separator = isOne ? '' : '[\n';
  let count = 0;
  for (const document of documents) {
    yield separator + JSON.stringify(objectOf(document), null, 2);
    separator = ',\n';
    count++;
  }
  if (isOne) yield count > 0 ? '\n' : '';
  else yield count > 0 ? '\n]\n' : '[]\n';
}

export function* writeNdjson(documents: Iterable<ExportDocument>): Generator<string> {
  for (const document of documents) yield `${JSON.stringify(objectOf(document))}\n`;
}
