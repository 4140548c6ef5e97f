/** A table as other programs take it from the clipboard. */

/** Cells that begin like this a spreadsheet would run as a formula. */
const RUNS = /^[=+\-@\t\r]/;

/** Rows of cells as lines with tabs between. A cell that a spreadsheet would run begins with an apostrophe. */
export function toTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map((cell) => flat(harmless(cell))).join('\t')).join('\n');
}

/** Rows of cells with commas between, as RFC 4180 has it, with a mark at the start that tells Excel of UTF-8. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  const quoted = (cell: string) => `"${harmless(cell).replace(/"/g, '""')}"`;
  return `\uFEFF${rows.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')}`;
}

/** The same as a table in HTML; the first row is its head. */
export function toHtml(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells, index) => {
    const name = index === 0 ? 'th' : 'td';
    return `<tr>${cells.map((cell) => `<${name}>${escapeText(harmless(cell))}</${name}>`).join('')}</tr>`;
  });
  return `<table>${lines.join('')}</table>`;
}

function harmless(cell: string): string {
  // Spaces before it do not keep every program from running it.
  return RUNS.test(cell) || RUNS.test(cell.trimStart()) ? `'${cell}` : cell;
}

function flat(cell: string): string {
  return cell.replace(/[\t\r\n]+/g, ' ');
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
