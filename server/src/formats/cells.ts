/**
 * Tables as text (RFC 4180). A cell that a spreadsheet would run as a formula gets an apostrophe before it, and loses
 * it where it is read again: one that had an apostrophe already gets another, so that both ways are exact.
 */

const RUNS = /^'*[=+\-@\t\r\n＝＋－＠]/u;

/** A cell that no spreadsheet runs. */
export function defused(text: string): string {
  return RUNS.test(text) ? `'${text}` : text;
}

/** What `defused` was given. */
export function asItWas(cell: string): string {
  return cell.startsWith("'") && RUNS.test(cell) ? cell.slice(1) : cell;
}

export type Cell = string | number | null;

/**
 * A row, with its line end.
 *
 * @param always whether every cell stands in quotes, not only those that need them
 */
export function row(cells: readonly Cell[], separator: ',' | ';', always = false): string {
  const written = cells.map((cell) => {
    if (typeof cell === 'number') return String(cell);
    const text = defused(cell ?? '');
    const quotes = always || /[",;\r\n]/.test(text) || /^\s|\s$/.test(text);
    return quotes ? `"${text.replaceAll('"', '""')}"` : text;
  });
  return `${written.join(separator)}\r\n`;
}

/** A row that was read, and the line in which it starts, from 1. */
export interface ReadRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A table that can't be read: the line of the mistake is in the message. */
export class TableError extends Error {
  constructor(line: number, message: string) {
    super(`line ${line}: ${message}`);
    this.name = 'TableError';
  }
}

/**
 * Reads a table. Empty lines are passed over.
 *
 * @throws TableError where a quote isn't closed, or text follows a closing one
 */
export function readRows(text: string, separator: ',' | ';' | '\t'): ReadRow[] {
  const rows: ReadRow[] = [];
  let line = 1;
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    const start = line;
    const cells: string[] = [];
    let wasQuoted = false;
    for (let more = true; more; ) {
      const cell = text[at] === '"' ? quotedCell(text, at, start) : bareCell(text, at, separator);
      wasQuoted ||= text[at] === '"';
      line += cell.raw.match(/\r\n|\n|\r/g)?.length ?? 0;
      at += cell.raw.length;
      cells.push(asItWas(cell.value));
      const next = text[at];
      more = next === separator;
      if (!more && next !== undefined && next !== '\n' && next !== '\r')
        throw new TableError(line, 'text follows a closing quote');
      if (more) at++;
    }
    if (at < text.length) {
      at += text.startsWith('\r\n', at) ? 2 : 1;
      line++;
    }
    if (cells.length > 1 || cells[0] !== '' || wasQuoted) rows.push({ line: start, cells });
  }
  return rows;
}

function bareCell(text: string, start: number, separator: string): { raw: string; value: string } {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++;
  const raw = text.slice(start, end);
  return { raw, value: raw };
}

function quotedCell(text: string, start: number, line: number): { raw: string; value: string } {
  let end = start + 1;
  for (;;) {
    const quote = text.indexOf('"', end);
    if (quote < 0) throw new TableError(line, 'a quote is not closed');
    end = quote + 1;
    if (text[end] !== '"') break;
    end++;
  }
  return { raw: text.slice(start, end), value: text.slice(start + 1, end - 1).replaceAll('""', '"') };
}
