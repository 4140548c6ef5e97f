/** DL, the language of UCINET: a full matrix with labels. */
import { labelsFor, matrixRows } from './matrix.ts';
import { isTwoMode, type Network } from './network.ts';

/**
 * A network as DL. Labels are names in double quotes. DL knows no way to write a quote inside, so that one becomes an
 * apostrophe, and line ends become spaces. What UCINET does with long labels (some versions keep 18 characters) is
 * its own affair: they are written whole.
 */
export function* writeDl(network: Network): Generator<string> {
  const { rows, columns } = network;
  if (isTwoMode(network)) {
    yield `dl nr = ${rows.length}, nc = ${columns.length}, format = fullmatrix\n`;
    yield `row labels:\n${quoted(network.rows)}column labels:\n${quoted(network.columns)}`;
  } else {
    yield `dl n = ${rows.length}, format = fullmatrix\nlabels:\n${quoted(rows)}`;
  }
  yield 'data:\n';
  for (const row of matrixRows(network)) yield `${row.map(plain).join(' ')}\n`;
}

function quoted(nodes: Network['rows']): string {
  const labels = labelsFor(nodes, (name) => name.replace(/\s+/g, ' ').replaceAll('"', "'"));
  return labels.map((label) => `"${label}"\n`).join('');
}

/** A number without an exponent, which not every reader of DL knows. */
function plain(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(20).replace(/0+$/, '') : text;
}
