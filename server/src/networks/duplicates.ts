/** The same said again: counted once in a document, a week, a month, a year or at all. */
import { isoWeekOf } from './calendar.ts';
import type { UniqueWithin } from './network.ts';
import type { Tie } from './ties.ts';

/**
 * The ties without their duplicates: of those with the same claimant, the same topic or addressee, and, where positions
 * count, the same position, the first within each document or stretch of time is kept. Demands are the same if they
 * have the same topics too.
 *
 * This is “ignore per document, calendar week, month, year, across date range” of the Discourse Network Analyzer
 * (manual, section Duplicates; `Exporter.filterStatements`), but for one thing: its program compares the number of a
 * week or month without the year, so that January 2020 and January 2021 are one. Here they are two, as the manual has
 * it. Weeks are those of ISO 8601. A tie without a date is compared with those of its own document alone.
 *
 * @param ties in the order of time
 */
export function withoutDuplicates(ties: readonly Tie[], unique: UniqueWithin, byPosition: boolean): Tie[] {
  const seen = new Set<string>();
  return ties.filter((tie) => {
    const { source, target, topics } = tie;
    const key = JSON.stringify([stretchOf(tie, unique), source, target, topics, byPosition && tie.position]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function stretchOf({ moment, statement }: Tie, unique: UniqueWithin): string {
  if (unique === 'range') return '';
  if (unique === 'document' || moment === '') return `in ${statement.document.location}`;
  if (unique === 'week') return isoWeekOf(moment);
  return moment.slice(0, unique === 'year' ? 4 : 7);
}
