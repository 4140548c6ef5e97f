/** Definition, references and highlight of actors, statements and topics, across texts and YAML. */
import type { DocumentModel } from '../model/document.ts';
import { type NameKey, type NamePlace, nameKey } from '../model/facts.ts';
import type { Pieces } from '../model/pieces.ts';
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

/** Where an entry of a codebook is defined in it. */
export function definitionsOfEntry(file: CodebookFile, name: NamePlace): FilePlace[] {
  return file.places.definitions
    .filter((each) => each.key === name.key)
    .map(({ start, end }) => ({ location: file.location, start, end, isDefinition: true }));
}

/** All places of a name that is used in a document, its definition included. */
export function* referencesFrom(
  workspace: Workspace,
  document: DocumentModel,
  name: NamePlace,
): Pieces<FilePlace[]> {
  const { file, occurring } = reachOf(workspace, document, name);
  return yield* placesOf(file, name.key, occurring);
}

/** All places of a name that a codebook defines, in it and in the documents that follow it. */
export function referencesOfEntry(
  workspace: Workspace,
  file: CodebookFile,
  name: NamePlace,
): Pieces<FilePlace[]> {
  return placesOf(file, name.key, entryUsers(workspace, file, name));
}

/** The places of a name in one document: what to highlight. The others are not looked at. */
export function* highlightsIn(
  workspace: Workspace,
  document: DocumentModel,
  name: NamePlace,
): Pieces<FilePlace[]> {
  const { occurring } = reachOf(workspace, document, name);
  return yield* placesOf(null, name.key, within(document, occurring));
}

function* within(document: DocumentModel, occurring: Iterable<Occurring>): Generator<Occurring> {
  for (const each of occurring) if (each.document === document) yield each;
}

/** A document in which a name occurs, as it is written there. */
interface Occurring {
  readonly document: DocumentModel;
  readonly key: NameKey;
}

/** How far a name of a document reaches: a codebook, and documents. */
interface Reach {
  readonly file: CodebookFile | null;
  readonly occurring: Iterable<Occurring>;
}

function reachOf(workspace: Workspace, from: DocumentModel, name: NamePlace): Reach {
  const { kind, key } = name;
  if (kind === 'statement') return { file: null, occurring: statementUsers(workspace, from, name.id) };
  if (kind === 'document')
    return { file: null, occurring: sameCoder(workspace.documentsUsing(key), from.coder, key) };
  const isLocal = kind !== 'attribute' && isDefinedInHead(from, name);
  const file = isLocal ? null : workspace.codebookOf(from);
  if (file === null) return { file: null, occurring: [{ document: from, key }] };
  return { file, occurring: entryUsers(workspace, file, name) };
}

function* entryUsers(workspace: Workspace, file: CodebookFile, name: NamePlace): Generator<Occurring> {
  for (const document of workspace.documentsUsing(name.key)) {
    if (workspace.codebookOf(document) !== file || isDefinedInHead(document, name)) continue;
    yield { document, key: name.key };
  }
}

/** Those that use a statement: `#id` in its document, `#document/id` in the same coder's others. */
function* statementUsers(workspace: Workspace, from: DocumentModel, reference: string): Generator<Occurring> {
  const statement = workspace.statement(reference, from);
  if (statement === null || statement.fact.id === null) {
    yield { document: from, key: nameKey('statement', reference) };
    return;
  }
  const { document } = statement;
  yield { document, key: nameKey('statement', statement.fact.id) };
  const outside = nameKey('statement', `${document.id}/${statement.fact.id}`);
  yield* sameCoder(workspace.documentsUsing(outside), document.coder, outside);
}

function* sameCoder(documents: Iterable<DocumentModel>, coder: string, key: NameKey): Generator<Occurring> {
  for (const document of documents) if (document.coder === coder) yield { document, key };
}

function isDefinedInHead(document: DocumentModel, { kind, id }: NamePlace): boolean {
  return kind === 'actor' ? document.head.actors.has(id) : kind === 'topic' && document.head.topics.has(id);
}

/** The places in a codebook, if it is given, then those in documents. */
function* placesOf(
  file: CodebookFile | null,
  key: NameKey,
  occurring: Iterable<Occurring>,
): Pieces<FilePlace[]> {
  const places: FilePlace[] = [];
  const add = (location: string, { start, end }: NamePlace, isDefinition: boolean) => {
    places.push({ location, start, end, isDefinition });
  };
  if (file) {
    for (const each of file.places.definitions) if (each.key === key) add(file.location, each, true);
    for (const each of file.places.uses) if (each.key === key) add(file.location, each, false);
  }
  for (const each of occurring) {
    for (const place of each.document.occurrences(each.key)) {
      add(each.document.location, place, place.isDefinition);
      if (places.length % 16 === 0) yield;
    }
    yield;
  }
  return places;
}
