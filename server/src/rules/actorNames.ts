/** Who goes by a name: the names and aliases of the actors of one head or codebook. */
import type { Actor, Definitions } from '../codebook/codebook.ts';

export interface NameHolder {
  readonly actor: Actor;
  /** By its name, not by an alias. */
  readonly isName: boolean;
}

const cache = new WeakMap<Definitions, ReadonlyMap<string, readonly NameHolder[]>>();

/** The actors by folded name, in order of place; an actor stands under a name once. */
export function actorsByName(definitions: Definitions): ReadonlyMap<string, readonly NameHolder[]> {
  let found = cache.get(definitions);
  if (found === undefined) {
    found = readNames(definitions);
    cache.set(definitions, found);
  }
  return found;
}

/** A name as it is compared: case does not count, nor does white space. */
export function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function readNames(definitions: Definitions): Map<string, NameHolder[]> {
  const found = new Map<string, NameHolder[]>();
  const add = (name: string, holder: NameHolder) => {
    const folded = foldName(name);
    const holders = found.get(folded);
    if (holders === undefined) found.set(folded, [holder]);
    else if (holders.every(({ actor }) => actor !== holder.actor)) holders.push(holder);
  };
  for (const actor of definitions.actors.values()) {
    add(actor.name, { actor, isName: true });
    for (const alias of actor.aka) add(alias.value, { actor, isName: false });
  }
  return found;
}
