/** Tables that a command tells: for people on a terminal, for programs in a pipe. */
import { Option } from 'commander';
import { type Cell, row } from '../formats/cells.ts';
import { cellsOf, neutralized } from './cells.ts';
import type { Paint } from './colours.ts';
import type { Sink } from './output.ts';

export interface Column {
  /** As programs know it. */
  readonly name: string;
  /** As people read it; the name, if there is none. */
  readonly title?: string;
}

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

export const TABLE_FORMATS = ['table', 'csv', 'json', 'ndjson'] as const;

export type TableFormat = (typeof TABLE_FORMATS)[number];

export function tableFormatOption(): Option {
  return new Option('--format <format>', 'how to tell; table on a terminal, else csv').choices(TABLE_FORMATS);
}

/** The format that was asked for, or that fits where it goes. */
export function formatFor(asked: TableFormat | undefined, output: { readonly isTTY?: boolean }): TableFormat {
  return asked ?? (output.isTTY ? 'table' : 'csv');
}

/** Writes a table in a format. */
export async function writeTable(table: Table, format: TableFormat, sink: Sink, paint: Paint): Promise<void> {
  switch (format) {
    case 'table':
      return writeForPeople(table, sink, paint);
    case 'csv':
      await sink.write(
        row(
          table.columns.map(({ name }) => name),
          ',',
        ),
      );
      for (const cells of table.rows) await sink.write(row(cells, ','));
      return;
    case 'json':
      await sink.write(`${JSON.stringify(objectsOf(table), null, 2)}\n`);
      return;
    case 'ndjson':
      for (const each of objectsOf(table)) await sink.write(`${JSON.stringify(each)}\n`);
  }
}

function objectsOf({ columns, rows }: Table): Record<string, Cell>[] {
  return rows.map((cells) =>
    Object.fromEntries(columns.map(({ name }, index) => [name, cells[index] ?? null])),
  );
}

const GAP = '  ';

/** Columns of numbers stand flush right, all others flush left. */
async function writeForPeople({ columns, rows }: Table, sink: Sink, paint: Paint): Promise<void> {
  const digits = columns.map((_, index) => (rows.every((cells) => isWhole(cells[index] ?? null)) ? 0 : 3));
  const texts = rows.map((cells) => columns.map((_, index) => shown(cells[index] ?? null, digits[index])));
  const titles = columns.map(({ name, title }) => title ?? name);
  const isNumber = columns.map((_, index) =>
    rows.every((cells) => typeof (cells[index] ?? 0) === 'number' || / %$/.test(String(cells[index]))),
  );
  const widths = columns.map((_, index) => {
    let width = cellsOf(titles[index] ?? '');
    for (const line of texts) width = Math.max(width, cellsOf(line[index] ?? ''));
    return width;
  });
  const lineOf = (cells: readonly string[]) =>
    cells
      .map((text, index) => padded(text, widths[index] ?? 0, isNumber[index] ?? false))
      .join(GAP)
      .trimEnd();
  await sink.write(`${paint(['bold'], lineOf(titles))}\n`);
  for (const line of texts) await sink.write(`${lineOf(line)}\n`);
}

function isWhole(cell: Cell): boolean {
  return typeof cell !== 'number' || Number.isInteger(cell);
}

/** Numbers of a column have as many digits after the point as each other. */
function shown(cell: Cell, digits = 0): string {
  return typeof cell === 'number' ? cell.toFixed(digits) : neutralized(cell ?? '');
}

function padded(text: string, width: number, isRight: boolean): string {
  const room = ' '.repeat(Math.max(0, width - cellsOf(text)));
  return isRight ? room + text : text + room;
}
