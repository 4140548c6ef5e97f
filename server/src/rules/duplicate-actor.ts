import type { Actor, Definitions } from '../codebook/codebook.ts';
import { actorsByName, foldName } from './actorNames.ts';
import type { Draft, Rule } from './rule.ts';

export const duplicateActor: Rule = {
  name: 'duplicate-actor',
  group: 'Names',
  severity: 'warning',
  summary: 'One actor is defined twice.',
  mends: [],
  *checkDocument({ document, names }) {
    const { file } = names;
    yield* sameNames(document.head);
    for (const actor of document.head.actors.values()) {
      const other = file?.codebook.actors.get(actor.id);
      const twin = other ?? (file ? holderOf(file.codebook, actor.name, actor) : null);
      if (!file || !twin) continue;
      const message = other
        ? `The codebook has an actor @${actor.id} too, and in this document the head’s counts. Rename this one, or take it out.`
        : `The codebook calls @${twin.id} ${twin.name} too, so one actor is counted as two. Use @${twin.id}, or give this one another name.`;
      yield { ...rangeOf(actor), message, related: () => [relatedTo(twin, file.location)] };
    }
  },
  *checkCodebook({ file }) {
    for (const draft of sameNames(file.codebook, file.location)) yield draft;
  },
};

/** Actors whose name another has that stands before them. */
function* sameNames(definitions: Definitions, location?: string): Generator<Draft> {
  for (const actor of definitions.actors.values()) {
    const first = holderOf(definitions, actor.name, actor);
    if (first === null || first.start > actor.start) continue;
    yield {
      ...rangeOf(actor),
      message: `@${first.id} is called ${first.name} too, so one actor is counted as two. Keep one of them, or give them different names.`,
      related: location === undefined ? [] : [relatedTo(first, location)],
    };
  }
}

/** The first other actor of that name. */
function holderOf(definitions: Definitions, name: string, self: Actor): Actor | null {
  const holders = actorsByName(definitions).get(foldName(name)) ?? [];
  return holders.find(({ actor, isName }) => isName && actor !== self)?.actor ?? null;
}

function relatedTo(actor: Actor, location: string) {
  return { ...rangeOf(actor), location, message: `The other actor, @${actor.id}` };
}

function rangeOf({ start, end }: Actor): { start: number; end: number } {
  return { start, end };
}
