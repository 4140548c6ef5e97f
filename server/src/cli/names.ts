/** What files are called that are made of documents. */
import { DOCUMENT_ENDING } from '../model/discovery.ts';
import { folderOf } from '../model/location.ts';
import type { Target } from './targets.ts';

/**
 * Names for what is made of targets, with `/` and without ending: as they lie below the innermost folder that holds
 * them all. Two may have the same name; see `firstTwin`.
 */
export function namesFor(targets: readonly Target[]): Map<Target, string> {
  let common = targets[0] ? folderOf(targets[0].location) : '';
  for (const { location } of targets) while (!location.startsWith(`${common}/`)) common = folderOf(common);
  const names = new Map<Target, string>();
  for (const target of targets) {
    const inner = target.location.slice(common.length + 1);
    names.set(target, inner.endsWith(DOCUMENT_ENDING) ? inner.slice(0, -DOCUMENT_ENDING.length) : inner);
  }
  return names;
}

/** The first name that two have; null if there is none. */
export function firstTwin(names: Iterable<string>): string | null {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) return name;
    seen.add(name);
  }
  return null;
}
