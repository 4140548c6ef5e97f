/** The names that a codebook gives to ids, for programs that know names only. */
import type { Actor, Topic } from '../../codebook/codebook.ts';

export interface KnownNames {
  /** The id of the actor with a name, or with it as another name; null where none or several have it. */
  actor(name: string): string | null;
  topic(name: string): string | null;
}

export function knownNames(actors: readonly Actor[], topics: readonly Topic[]): KnownNames {
  const actorIds = new Map<string, string | null>();
  const topicIds = new Map<string, string | null>();
  const add = (ids: Map<string, string | null>, name: string, id: string) =>
    ids.set(
      name.normalize('NFC'),
      ids.has(name.normalize('NFC')) && ids.get(name.normalize('NFC')) !== id ? null : id,
    );
  for (const { id, name } of actors) add(actorIds, name, id);
  for (const { id, aka } of actors)
    for (const { value } of aka) if (!actorIds.has(value.normalize('NFC'))) add(actorIds, value, id);
  for (const { id, name } of topics) add(topicIds, name, id);
  return {
    actor: (name) => actorIds.get(name.normalize('NFC').trim()) ?? null,
    topic: (name) => topicIds.get(name.normalize('NFC').trim()) ?? null,
  };
}
