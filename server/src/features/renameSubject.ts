/** What a rename is about: the name at a place, and how far it reaches. */
import { CORE_ATTRIBUTES } from '../codebook/attributes.ts';
import type { DocumentModel } from '../model/document.ts';
import type { NamePlace } from '../model/facts.ts';
import { AUTHOR } from '../model/resolve.ts';
import type { CodebookFile, Workspace } from '../model/workspace.ts';
import { documentReferences } from './documentReferences.ts';
import { nameAt, nameInCodebook } from './target.ts';

/** The name to change. `start` and `end` are where it stands at the cursor, its sign and quotes left out. */
export type RenameSubject = { readonly id: string; readonly start: number; readonly end: number } & (
  | {
      readonly kind: 'actor' | 'topic' | 'attribute';
      /** The codebook that it belongs to, with all that follow it; null if it stays in a document. */
      readonly file: CodebookFile | null;
      readonly document: DocumentModel | null;
    }
  /** The document that defines it. */
  | { readonly kind: 'statement'; readonly document: DocumentModel }
  | { readonly kind: 'document' }
);

/** A subject, or why there is none, in words. */
export type SubjectOrRefusal = RenameSubject | { readonly refusal: string };

const NO_NAME =
  'There is no name here to change. Put the cursor on the id of an actor, a statement, a topic or a document.';

/** The name at an offset of a document or codebook. */
export function renameSubjectAt(workspace: Workspace, location: string, offset: number): SubjectOrRefusal {
  const document = workspace.document(location);
  if (document) return inDocument(workspace, document, offset);
  const file = workspace.codebooks.get(location);
  if (!file) return { refusal: 'Demarche does not know this file.' };
  const name = nameInCodebook(file, offset) ?? attributeIn(file, offset);
  if (name === null) return { refusal: NO_NAME };
  const refusal = refusalOf(name);
  return refusal ? { refusal } : entrySubject(name, file, null, file.text);
}

function inDocument(workspace: Workspace, document: DocumentModel, offset: number): SubjectOrRefusal {
  const { id } = document.head;
  const { text } = document.source.preamble;
  if (id && id.start <= offset && offset <= id.end) {
    return { kind: 'document', id: document.id, ...innerRange(text, id, document.id) };
  }
  const name = nameAt(document, offset);
  if (name === null) return { refusal: NO_NAME };
  const refusal = refusalOf(name);
  if (refusal) return { refusal };
  switch (name.kind) {
    case 'statement':
      return statementSubject(workspace, document, name);
    case 'document':
      return documentSubject(workspace, document, name);
    default:
      return entryInDocument(workspace, document, name);
  }
}

/** Why a name can't be changed at all; null if it can. */
export function refusalOf({ kind, id }: Pick<NamePlace, 'kind' | 'id'>): string | null {
  if (kind === 'actor' && id === AUTHOR) {
    return `@${AUTHOR} is the language’s own name for the author of a document. Change “author” in the head to say who that is.`;
  }
  if (kind === 'attribute' && isCore(id)) {
    return `“${id}” is an attribute of the language itself, so it can’t be renamed. A codebook’s own attributes can.`;
  }
  return null;
}

/** Whether an attribute is the language's. */
export function isCore(name: string): boolean {
  return CORE_ATTRIBUTES.some((attribute) => attribute.name === name);
}

function statementSubject(workspace: Workspace, from: DocumentModel, name: NamePlace): SubjectOrRefusal {
  const statement = workspace.statement(name.id, from);
  const slash = name.id.indexOf('/');
  if (slash < 0) return { kind: 'statement', document: from, id: name.id, start: name.start, end: name.end };
  const id = name.id.slice(slash + 1);
  if (statement === null) {
    return {
      refusal: `No statement is called #${name.id}, so there is nothing to rename. Correct the reference.`,
    };
  }
  for (const reference of documentReferences(from, name.id.slice(0, slash))) {
    if (reference.statement.end === name.end)
      return { kind: 'statement', document: statement.document, id, ...reference.statement };
  }
  return { refusal: NO_NAME };
}

function documentSubject(workspace: Workspace, from: DocumentModel, name: NamePlace): SubjectOrRefusal {
  const [known] = workspace.documentsWithId(name.id);
  if (known === undefined) {
    return {
      refusal: `No document has the id ${name.id}, so there is nothing to rename. Correct the reference.`,
    };
  }
  for (const { document } of documentReferences(from, name.id)) {
    if (document.start - 1 <= name.start && name.start <= document.end)
      return { kind: 'document', id: name.id, ...document };
  }
  return { refusal: NO_NAME };
}

/** An actor or topic of the head or the codebook, or an attribute of the codebook. */
function entryInDocument(workspace: Workspace, document: DocumentModel, name: NamePlace): SubjectOrRefusal {
  const names = workspace.namesFor(document);
  const isKnown = name.kind === 'actor' ? names.actor(name.id) !== null : true;
  if (!isKnown && document.head.authors.some((author) => author.start === name.start)) {
    return { refusal: `“${name.id}” is a name here and no actor’s id: write it as you like.` };
  }
  const file = isDefinedInHead(document, name.kind, name.id) ? null : names.file;
  const isInHead = name.start < document.source.preamble.text.length;
  return entrySubject(name, file, document, isInHead ? document.source.preamble.text : null);
}

/** @param yaml the text that the name stands in, if that is YAML */
function entrySubject(
  { kind, id, start, end }: NamePlace,
  file: CodebookFile | null,
  document: DocumentModel | null,
  yaml: string | null,
): RenameSubject {
  const range = yaml === null ? { start, end } : innerRange(yaml, { start, end }, id);
  return { kind: kind as 'actor' | 'topic' | 'attribute', id, file, document, ...range };
}

/** Whether a document's own head says what an actor or topic is. */
export function isDefinedInHead({ head }: DocumentModel, kind: string, id: string): boolean {
  return kind === 'actor' ? head.actors.has(id) : kind === 'topic' && head.topics.has(id);
}

/** A codebook's own attribute at an offset: the index of names leaves their definitions out. */
function attributeIn(file: CodebookFile, offset: number): NamePlace | null {
  for (const { id, start, end } of file.codebook.attributes.values()) {
    if (start <= offset && offset <= end)
      return { key: `attribute:${id}`, kind: 'attribute', id, start, end, tag: -1, attribute: '' };
  }
  return null;
}

/** Where an id stands within a value of YAML, quotes left out. */
function innerRange(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  id: string,
): { start: number; end: number } {
  const written = text.slice(start, end);
  const open = /^["']?@?/.exec(written)?.[0].length ?? 0;
  const close = /["']?$/.exec(written)?.[0].length ?? 0;
  const isPlain = written.slice(open, written.length - close).normalize('NFC') === id;
  return isPlain ? { start: start + open, end: end - close } : { start, end };
}
