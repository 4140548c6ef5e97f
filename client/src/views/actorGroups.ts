/** Actors in groups, by kind or by affiliation, and in order, by name or by how much they say. */
import * as vscode from 'vscode';
import type { ViewActor } from '../requests/views.ts';

export interface ActorGroup {
  readonly key: string;
  readonly label: string;
  /** Where the key alone does not say it. */
  readonly icon?: string;
  readonly actors: readonly ViewActor[];
}

type Order = 'name' | 'count';

const KINDS = ['state', 'organization', 'group', 'person'];

/** Actors in order: by name as the editor's language sorts, or those who say and are asked most first. */
export function inOrder(actors: readonly ViewActor[], order: Order): ViewActor[] {
  const { compare } = new Intl.Collator(vscode.env.language, { numeric: true });
  const byName = (a: ViewActor, b: ViewActor) => compare(a.name, b.name);
  if (order === 'name') return [...actors].sort(byName);
  return [...actors].sort((a, b) => weight(b) - weight(a) || b.mentions - a.mentions || byName(a, b));
}

function weight({ claims, demands, received }: ViewActor): number {
  return claims + demands + received;
}

/**
 * By kind: those of the language in their order, others by name, unknown ones last. By affiliation: an actor that
 * others belong to is in its own group; one that belongs to several is in each.
 */
export function groupsOfActors(
  actors: readonly ViewActor[],
  grouping: 'kind' | 'affiliation',
  order: Order,
): ActorGroup[] {
  const groups = grouping === 'kind' ? byKind(actors) : byAffiliation(actors);
  return groups.map((group) => ({ ...group, actors: inOrder(group.actors, order) }));
}

function byKind(actors: readonly ViewActor[]): ActorGroup[] {
  const groups = gather(actors, ({ kind }) => [kind ?? '']);
  const rank = (kind: string) => (kind === '' ? 99 : KINDS.includes(kind) ? KINDS.indexOf(kind) : 50);
  return [...groups]
    .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map(([kind, members]) => ({ key: kind, label: kindName(kind), actors: members }));
}

function byAffiliation(actors: readonly ViewActor[]): ActorGroup[] {
  const names = new Map(actors.flatMap(({ of }) => of.map(({ id, name }) => [id, name] as const)));
  const groups = gather(actors, ({ id, of }) => {
    const homes = of.map((group) => group.id);
    if (names.has(id)) homes.push(id);
    return homes.length > 0 ? homes : [''];
  });
  const { compare } = new Intl.Collator(vscode.env.language, { numeric: true });
  return [...groups]
    .map(([id, members]) => ({
      key: id,
      label: names.get(id) ?? vscode.l10n.t('No affiliation'),
      icon: id === '' ? 'dash' : 'organization',
      actors: members,
    }))
    .sort((a, b) => Number(a.key === '') - Number(b.key === '') || compare(a.label, b.label));
}

function gather(
  actors: readonly ViewActor[],
  keysOf: (actor: ViewActor) => readonly string[],
): Map<string, ViewActor[]> {
  const groups = new Map<string, ViewActor[]>();
  for (const actor of actors) {
    for (const key of new Set(keysOf(actor))) {
      const members = groups.get(key);
      if (members) members.push(actor);
      else groups.set(key, [actor]);
    }
  }
  return groups;
}

function kindName(kind: string): string {
  const { t } = vscode.l10n;
  switch (kind) {
    case 'state':
      return t('States');
    case 'organization':
      return t('Organizations');
    case 'group':
      return t('Groups');
    case 'person':
      return t('Persons');
    case '':
      return t('Kind not known');
    default:
      return kind;
  }
}
