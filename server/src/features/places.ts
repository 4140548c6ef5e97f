/** Definition, references and highlight of actors, statements and topics, across texts and YAML. */
import type { DocumentModel } from '../model/document.ts';
import { type NameKey, type NamePlace, nameKey } from '../model/facts.ts';
import { AUTHOR } from '../model/resolve.ts';
import type { CodebookFile, Workspace } from '../model/workspace.ts';

/** A place in some file. Offsets are from its start. */
export interface FilePlace {
  readonly location: string;
  readonly start: number;
  readonly end: number;
  readonly isDefinition: boolean;
}

/** Where a name of a document is defined: the statement, or the entry in head or codebook. */
export function definitionsOf(workspace: Workspace, document: DocumentModel, name: NamePlace): FilePlace[] {
  switch (name.kind) {
    case 'statement':
      return statementDefinition(workspace, document, name.id);
    case 'document':
      return [...workspace.documentsWithId(name.id)]
        .filter((other) => other.coder === document.coder)
        .map(({ location }) => ({ location, start: 0, end: 0, isDefinition: true }));
    case 'actor':
    case 'topic':
      return entryDefinition(workspace, document, name);
    case 'attribute':
      return attributeDefinition(workspace, document, name.id);
  }
}

function statementDefinition(workspace: Workspace, from: DocumentModel, reference: string): FilePlace[] {
  const statement = workspace.statement(reference, from);
  if (statement === null) return [];
  const { document, block, tag } = statement;
  const own = tag.head.attributes.find((attribute) => attribute.name === '#');
  const base = document.startOf(block);
  const { start, end } = own ?? { start: tag.start, end: tag.bodyStart };
  return [{ location: document.location, start: base + start, end: base + end, isDefinition: true }];
}

function entryDefinition(
  workspace: Workspace,
  document: DocumentModel,
  { kind, id, key }: NamePlace,
): FilePlace[] {
  const { head, location } = document;
  const ownEntry = (kind === 'actor' ? head.actors : head.topics).get(id);
  if (ownEntry) return [{ location, start: ownEntry.start, end: ownEntry.end, isDefinition: true }];
  const file = workspace.codebookOf(document);
  const entry = file?.places.definitions.find((each) => each.key === key);
  if (file && entry)
    return [{ location: file.location, start: entry.start, end: entry.end, isDefinition: true }];
  if (kind !== 'actor' || id !== AUTHOR) return [];
  return head.authors.map(({ start, end }) => ({ location, start, end, isDefinition: true }));
}

function attributeDefinition(workspace: Workspace, document: DocumentModel, name: string): FilePlace[] {
  const file = workspace.codebookOf(document);
  const entry = file?.codebook.attributes.get(name);
  if (!file || !entry) return [];
  return [{ location: file.location, start: entry.start, end: entry.end, isDefinition: true }];
}

/** All places of a name that is used in a document, its definition included. */
export function referencesFrom(workspace: Workspace, document: DocumentModel, name: NamePlace): FilePlace[] {
  if (name.kind === 'statement') return statementPlaces(workspace, document, name.id);
  if (name.kind === 'document') return documentPlaces(workspace, document, name.id);
  const isLocal = name.kind !== 'attribute' && isDefinedInHead(document, name);
  if (isLocal) return placesIn(document, name.key);
  const file = workspace.codebookOf(document);
  return file ? referencesOfEntry(workspace, file, name) : placesIn(document, name.key);
}

/** All places of a name that a codebook defines, in it and in the documents that follow it. */
export function referencesOfEntry(workspace: Workspace, file: CodebookFile, name: NamePlace): FilePlace[] {
  const places: FilePlace[] = [];
  const { location } = file;
  for (const each of file.places.definitions) {
    if (each.key === name.key)
      places.push({ location, start: each.start, end: each.end, isDefinition: true });
  }
  for (const each of file.places.uses) {
    if (each.key === name.key)
      places.push({ location, start: each.start, end: each.end, isDefinition: false });
  }
  for (const document of workspace.documentsUsing(name.key)) {
    if (workspace.codebookOf(document) !== file || isDefinedInHead(document, name)) continue;
    places.push(...placesIn(document, name.key));
  }
  return places;
}

function isDefinedInHead(document: DocumentModel, { kind, id }: NamePlace): boolean {
  return kind === 'actor' ? document.head.actors.has(id) : kind === 'topic' && document.head.topics.has(id);
}

function placesIn(document: DocumentModel, key: NameKey): FilePlace[] {
  const { location } = document;
  return [...document.occurrences(key)].map(({ start, end, isDefinition }) => ({
    location,
    start,
    end,
    isDefinition,
  }));
}

/** Places of a statement: `#id` in its document, `#document/id` in the same coder's others. */
function statementPlaces(workspace: Workspace, from: DocumentModel, reference: string): FilePlace[] {
  const statement = workspace.statement(reference, from);
  if (statement === null || statement.fact.id === null)
    return placesIn(from, nameKey('statement', reference));
  const { document } = statement;
  const places = placesIn(document, nameKey('statement', statement.fact.id));
  const outside = nameKey('statement', `${document.id}/${statement.fact.id}`);
  for (const other of workspace.documentsUsing(outside)) {
    if (other.coder === document.coder) places.push(...placesIn(other, outside));
  }
  return places;
}

function documentPlaces(workspace: Workspace, from: DocumentModel, id: string): FilePlace[] {
  const key = nameKey('document', id);
  const users = [...workspace.documentsUsing(key)].filter((other) => other.coder === from.coder);
  return users.flatMap((other) => placesIn(other, key));
}

/** The places of a name in one document: what to highlight. */
export function highlightsIn(workspace: Workspace, document: DocumentModel, name: NamePlace): FilePlace[] {
  return referencesFrom(workspace, document, name).filter((place) => place.location === document.location);
}
