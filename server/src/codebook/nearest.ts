/** "Did you mean …": the name that a mistyped one is nearest to. */
import { distance } from 'fastest-levenshtein';

/**
 * The nearest of some names, if one is near: at most two changes, and at most a third of the word.
 * Two letters that changed places are one change.
 *
 * @returns null if none is near, or two are equally near
 */
export function nearestName(word: string, names: Iterable<string>): string | null {
  const [nearest = null, another] = nearestNames(word, names);
  return another === undefined ? nearest : null;
}

/** The nearest of some names, if they are near; of several that are equally near, two. */
export function nearestNames(word: string, names: Iterable<string>): string[] {
  const most = Math.min(2, Math.floor(word.length / 3));
  const folded = word.toLowerCase();
  let best: string[] = [];
  let bestDistance = most + 1;
  for (const name of names) {
    if (Math.abs(name.length - word.length) > bestDistance) continue;
    const other = name.toLowerCase();
    const changes = isSwap(folded, other) ? 1 : distance(folded, other);
    if (changes < bestDistance) {
      best = [name];
      bestDistance = changes;
    } else if (changes === bestDistance && changes <= most && best.length === 1) {
      best.push(name);
    }
  }
  return best;
}

/** Whether two words differ in that two neighbours changed places. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return a[i] === b[i + 1] && a[i + 1] === b[i] && i < a.length - 1 && a.slice(i + 2) === b.slice(i + 2);
}
