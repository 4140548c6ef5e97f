/** How `network` tells: tables of edges, and files that hold a network each. */
import { extname } from 'node:path';
import { row } from '../formats/cells.ts';
import { writeDl } from '../networks/dl.ts';
import { writeGexf } from '../networks/gexf.ts';
import { writeGraphml } from '../networks/graphml.ts';
import { labelsFor, matrixRows } from '../networks/matrix.ts';
import type { Network } from '../networks/network.ts';
import { formatFor, TABLE_FORMATS, type TableFormat } from './tables.ts';

const WRITERS = { matrix: writeMatrix, dl: writeDl, graphml: writeGraphml, gexf: writeGexf };

export type NetworkFormat = TableFormat | keyof typeof WRITERS;

export const NETWORK_FORMATS: readonly NetworkFormat[] = [
  ...TABLE_FORMATS,
  ...(Object.keys(WRITERS) as (keyof typeof WRITERS)[]),
];

/** Those that hold one network a file. */
export const FILE_FORMATS: ReadonlyMap<string, (network: Network) => Iterable<string>> = new Map(
  Object.entries(WRITERS),
);

/** The format that was asked for, or that the file’s ending names, or that fits where it goes. */
export function networkFormatFor(
  { format, output }: { readonly format?: NetworkFormat; readonly output?: string },
  stream: { readonly isTTY?: boolean },
): NetworkFormat {
  if (format !== undefined) return format;
  const ending = extname(output ?? '')
    .slice(1)
    .toLowerCase();
  const named = NETWORK_FORMATS.find((each) => each === ending);
  return named ?? formatFor(undefined, output === undefined ? stream : {});
}

/** A matrix as CSV: labels in the first row and column, zero where there is no tie. */
function* writeMatrix(network: Network): Generator<string> {
  const rows = labelsFor(network.rows, (name) => name);
  yield row(['', ...labelsFor(network.columns, (name) => name)], ',');
  let index = 0;
  for (const weights of matrixRows(network)) yield row([rows[index++] ?? '', ...weights], ',');
}
