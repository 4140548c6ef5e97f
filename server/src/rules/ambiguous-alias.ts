import type { Actor, Definitions, Located } from '../codebook/codebook.ts';
import { actorsByName, foldName } from './actorNames.ts';
import type { Draft, Rule } from './rule.ts';

export const ambiguousAlias: Rule = {
  name: 'ambiguous-alias',
  group: 'Names',
  severity: 'warning',
  summary: 'Two actors go by one name.',
  mends: [],
  *checkDocument({ document, names }) {
    yield* sharedAliases(document.head, document.head);
    if (names.file) yield* sharedAliases(document.head, names.file.codebook);
  },
  *checkCodebook({ file }) {
    yield* sharedAliases(file.codebook, file.codebook);
  },
};

/** Aliases of actors of one file that an actor of the other goes by. */
function* sharedAliases(own: Definitions, others: Definitions): Generator<Draft> {
  const byName = actorsByName(others);
  for (const actor of own.actors.values()) {
    for (const alias of actor.aka) {
      const other = (byName.get(foldName(alias.value)) ?? []).find(
        (holder) =>
          holder.actor.id !== actor.id && (own !== others || holder.isName || isBefore(holder.actor, actor)),
      );
      if (other) yield report(alias, other.actor);
    }
  }
}

/** Of two actors with one alias, the second is reported. */
function isBefore(first: Actor, second: Actor): boolean {
  return first.start < second.start;
}

function report({ value, start, end }: Located, other: Actor): Draft {
  return {
    start,
    end,
    message: `@${other.id} goes by “${value}” too, so where a text says it, nobody can tell who is meant. Leave it to one of them.`,
  };
}
