/** The order of the ledger's rows. */
import type { PageRow } from '../src/pictures/messages.ts';
import { STATES, STRENGTHS } from './states.ts';

export const COLUMNS = [
  'demand',
  'claimant',
  'addressee',
  'topic',
  'strength',
  'date',
  'until',
  'state',
  'document',
] as const;
export type Column = (typeof COLUMNS)[number];

export interface Sort {
  readonly column: Column;
  readonly descending: boolean;
}

/**
 * Rows in the order of a column; those that have nothing there come last, in whichever direction. Rows that are alike stay
 * in the order of the texts.
 *
 * @param sort null for the order of the texts
 */
export function sortRows(rows: readonly PageRow[], sort: Sort | null, language: string): readonly PageRow[] {
  if (!sort) return rows;
  const collator = new Intl.Collator(language, { numeric: true });
  const direction = sort.descending ? -1 : 1;
  const keyed = rows.map((row) => ({ row, value: valueOf(row, sort.column) }));
  keyed.sort((a, b) => {
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
    if (typeof a.value === 'number' && typeof b.value === 'number') return direction * (a.value - b.value);
    return direction * collator.compare(String(a.value), String(b.value));
  });
  return keyed.map(({ row }) => row);
}

/** What a row is sorted by; null for nothing. */
function valueOf(row: PageRow, column: Column): string | number | null {
  switch (column) {
    case 'demand':
      return row.words || null;
    case 'claimant':
      return namesOf(row.claimants);
    case 'addressee':
      return row.addressee?.name ?? null;
    case 'topic':
      return namesOf(row.topics);
    case 'strength':
      return row.strength === null ? null : STRENGTHS.indexOf(row.strength);
    case 'state':
      return (STATES as readonly string[]).indexOf(row.state ?? 'open');
    default:
      // Dates as they are written sort as they follow each other.
      return row[column];
  }
}

function namesOf(names: PageRow['topics']): string | null {
  return names.map(({ name }) => name).join(', ') || null;
}
