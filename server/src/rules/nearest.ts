/** "Did you mean …": the name that a mistyped one is nearest to. */
import { distance } from 'fastest-levenshtein';

/**
 * The nearest of some names, if one is near: at most two changes, and at most a third of the word.
 *
 * @returns null if none is near, or two are equally near
 */
export function nearestName(word: string, names: Iterable<string>): string | null {
  const most = Math.min(2, Math.max(1, Math.floor(word.length / 3)));
  const folded = word.toLowerCase();
  let best: string | null = null;
  let bestDistance = most + 1;
  for (const name of names) {
    if (Math.abs(name.length - word.length) > bestDistance) continue;
    const changes = distance(folded, name.toLowerCase());
    if (changes < bestDistance) {
      best = name;
      bestDistance = changes;
    } else if (changes === bestDistance) {
      best = null;
    }
  }
  return best;
}
