/** Where an actor can be asked about: its entry, and a place that names it. */
import type { DocumentModel } from '../model/document.ts';
import { nameKey } from '../model/facts.ts';
import type { Workspace } from '../model/workspace.ts';
import { definitionsOf } from './places.ts';

export interface NamedPlace {
  readonly location: string;
  readonly start: number;
  readonly end: number;
}

export interface ActorPlaces {
  /** The entry in codebook or head, or the author in the head. */
  readonly definition: NamedPlace | null;
  /** A place where the id stands, in text or head: what references and rename start from. */
  readonly use: NamedPlace | null;
}

/** The places of an actor. @param id what means it in the document */
export function actorPlaces(workspace: Workspace, document: DocumentModel, id: string): ActorPlaces {
  const key = nameKey('actor', id);
  const [entry] = definitionsOf(workspace, document, {
    kind: 'actor',
    key,
    id,
    attribute: '',
    tag: 0,
    start: 0,
    end: 0,
  });
  const [first] = document.occurrences(key);
  const { location } = document;
  return {
    definition: entry ? { location: entry.location, start: entry.start, end: entry.end } : null,
    use: first ? { location, start: first.start, end: first.end } : null,
  };
}
