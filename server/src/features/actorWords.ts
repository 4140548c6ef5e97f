/** Whom words call. */
import type { Actor } from '../codebook/codebook.ts';
import type { Names } from '../model/names.ts';
import { foldName } from '../rules/actorNames.ts';

/** The actor that goes by these words, or whose id they are; null for nobody. */
export function actorCalled(names: Names, words: string): Actor | null {
  const wanted = foldName(words);
  return (
    names.actors.find(({ id, name, aka }) =>
      [id, name, ...aka.map((other) => other.value)].some((each) => foldName(each) === wanted),
    ) ?? null
  );
}
