/** “Did you mean …?”: the known name that a mistyped one is closest to. */
import { distance } from 'fastest-levenshtein';

/** Beyond so many changed letters, a name is another name. */
const MAX_DISTANCE = 2;

/**
 * The known name nearest to a mistyped one, if exactly one is near: at most two changes, and at most a third of
 * what was typed. Case does not count.
 *
 * @returns the name, or null where none is near or several are
 */
export function nearestName(typed: string, known: Iterable<string>): string | null {
  const limit = Math.min(MAX_DISTANCE, Math.floor(typed.length / 3));
  const lower = typed.toLowerCase();
  let near: string | null = null;
  for (const name of known) {
    if (Math.abs(name.length - typed.length) > limit || distance(lower, name.toLowerCase()) > limit) continue;
    if (near !== null) return null;
    near = name;
  }
  return near;
}
