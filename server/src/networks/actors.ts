/** Who stands in a network for the actors that a statement names. */
import type { Actor } from '../codebook/codebook.ts';
import type { DocumentModel } from '../model/document.ts';
import type { Names } from '../model/names.ts';
import { AUTHOR } from '../model/resolve.ts';
import type { LeftOutReason } from './leftOut.ts';
import type { ActorChoice, NetworkNode } from './network.ts';

/** A node, or why there is none. */
export type Standing = NetworkNode | LeftOutReason;

/**
 * The node that an actor stands as. As the Discourse Network Analyzer has a person and an organization for each
 * statement: `people` are those alone who are persons, `organizations` are all others and, for each person, the first
 * organization that it belongs to.
 *
 * @param id as `actorIds` gives it: `author` is none but an author whom no codebook knows
 */
export function standingFor(
  names: Names,
  document: DocumentModel,
  id: string,
  choice: ActorChoice,
): Standing {
  const actor = names.expand(id).find((each) => each.id === id);
  if (actor === undefined) return placed(names, { id, name: id, kind: null }, choice);
  if (id !== AUTHOR || names.actorLayers.some((layer) => layer.has(AUTHOR)))
    return placed(names, actor, choice);
  if (document.head.authors.length === 0) return 'author';
  return placed(names, { id: actor.name, name: actor.name, kind: actor.kind }, choice);
}

type Named = Pick<Actor, 'id' | 'name' | 'kind'>;

function placed(names: Names, actor: Named, choice: ActorChoice): Standing {
  if (choice === 'people') return actor.kind === 'person' ? nodeOf(actor) : 'person';
  if (choice === 'all' || actor.kind !== 'person') return nodeOf(actor);
  return organizationOf(names, actor.id) ?? 'organization';
}

/** The first of what a person belongs to that is no person; a person may belong to another's staff. */
function organizationOf(names: Names, person: string): NetworkNode | null {
  const seen = new Set([person]);
  for (let id = affiliationOf(names, person); id !== undefined && !seen.has(id); ) {
    seen.add(id);
    const actor = names.actor(id);
    if (actor?.kind !== 'person') return nodeOf(actor ?? { id, name: id, kind: null });
    id = affiliationOf(names, id);
  }
  return null;
}

function affiliationOf(names: Names, id: string): string | undefined {
  return names.actor(id)?.of[0]?.value;
}

function nodeOf({ id, name, kind }: Named): NetworkNode {
  return { id, name, kind: kind ?? '' };
}
