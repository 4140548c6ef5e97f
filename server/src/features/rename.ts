/**
 * Renaming actors, topics, statements, documents and a codebook's own attributes: every place of the name, in all
 * texts and the codebook, as one set of edits.
 *
 * A name is renamed wherever it stands, also where it stands wrongly (twice, or undefined): what was found before is
 * found afterwards. A document's id is that of all its copies, whoever coded them.
 */
import { DocumentModel } from '../model/document.ts';
import { type NameKey, nameKey } from '../model/facts.ts';
import type { Pieces } from '../model/pieces.ts';
import type { Workspace } from '../model/workspace.ts';
import { strip } from '../syntax/strip.ts';
import { documentReferences } from './documentReferences.ts';
import { inOrder, type PlacedEdit, yamlIdEdit } from './fileEdits.ts';
import { badName, clashOf } from './renameClash.ts';
import { isDefinedInHead, type RenameSubject, renameSubjectAt } from './renameSubject.ts';

/** What to select and offer for changing, or why not. */
export type PreparedRename =
  | { readonly start: number; readonly end: number; readonly placeholder: string; readonly refusal: null }
  | { readonly refusal: string };

/** The edits of a rename, or why it can't be done. */
export type Rename =
  | { readonly edits: readonly PlacedEdit[]; readonly refusal: null }
  | { readonly edits: null; readonly refusal: string };

/** Whether the name at an offset of a document or codebook can be changed. */
export function prepareRename(workspace: Workspace, location: string, offset: number): PreparedRename {
  const subject = renameSubjectAt(workspace, location, offset);
  if ('refusal' in subject) return subject;
  return { start: subject.start, end: subject.end, placeholder: subject.id, refusal: null };
}

/** Renames what stands at an offset of a document or codebook. The sign before a new name may be written. */
export function* rename(
  workspace: Workspace,
  location: string,
  offset: number,
  newName: string,
): Pieces<Rename> {
  const subject = renameSubjectAt(workspace, location, offset);
  if ('refusal' in subject) return { edits: null, refusal: subject.refusal };
  return yield* renameSubject(workspace, subject, newName);
}

/** Renames a subject, wherever it was found. The sign before a new name may be written. */
export function* renameSubject(
  workspace: Workspace,
  subject: RenameSubject,
  newName: string,
): Pieces<Rename> {
  const sign = subject.kind === 'actor' ? /^@/ : /^#/;
  const name = newName.trim().normalize('NFC').replace(sign, '');
  if (name === subject.id) return { edits: [], refusal: null };
  const refusal = badName(subject, name) ?? (yield* clashOf(workspace, subject, name));
  if (refusal !== null) return { edits: null, refusal };
  if (subject.kind === 'document') return yield* renameDocument(workspace, subject.id, name);
  const edits =
    subject.kind === 'statement'
      ? statementEdits(workspace, subject.document, subject.id, name)
      : entryEdits(workspace, subject, name);
  return { edits: yield* inOrder(edits), refusal: null };
}

function* statementEdits(
  workspace: Workspace,
  owner: DocumentModel,
  id: string,
  name: string,
): Generator<PlacedEdit> {
  yield* editsIn(owner, nameKey('statement', id), id, name);
  const reference = `${owner.id}/${id}`;
  for (const other of workspace.documentsUsing(nameKey('statement', reference))) {
    // Of several documents with one id and coder, a reference means the first.
    const [meant] = [...workspace.documentsWithId(owner.id)].filter((each) => each.coder === other.coder);
    if (meant !== owner) continue;
    for (const found of documentReferences(other, owner.id)) {
      if (found.id === id) yield { location: other.location, ...found.statement, text: name };
    }
  }
}

type EntrySubject = Extract<RenameSubject, { readonly kind: 'actor' | 'topic' | 'attribute' }>;

function* entryEdits(workspace: Workspace, subject: EntrySubject, name: string): Generator<PlacedEdit> {
  const { kind, id, file, document } = subject;
  const key = nameKey(kind, id);
  if (file === null) {
    if (document) yield* editsIn(document, key, id, name, isKnownActor(workspace, document, id));
    return;
  }
  const { location, text, places, codebook } = file;
  const attribute = kind === 'attribute' ? codebook.attributes.get(id) : undefined;
  if (attribute) yield yamlIdEdit(text, location, attribute, id, name);
  for (const place of [...places.definitions, ...places.uses]) {
    if (place.key === key) yield yamlIdEdit(text, location, place, id, name);
  }
  for (const each of workspace.documentsUsing(key)) {
    if (workspace.codebookOf(each) !== file || isDefinedInHead(each, kind, id)) continue;
    yield* editsIn(each, key, id, name, isKnownActor(workspace, each, id));
  }
}

function isKnownActor(workspace: Workspace, document: DocumentModel, id: string): boolean {
  return workspace.namesFor(document).actor(id) !== null;
}

/** @param authors what the head's `author` names is the actor too; else it only looks like its id */
function* editsIn(
  document: DocumentModel,
  key: NameKey,
  id: string,
  name: string,
  authors = true,
): Generator<PlacedEdit> {
  const { location, source, head } = document;
  const { text } = source.preamble;
  for (const { start, end } of document.occurrences(key)) {
    if (start >= text.length) yield { location, start, end, text: name };
    else if (authors || !head.authors.some((author) => author.start === start))
      yield yamlIdEdit(text, location, { start, end }, id, name);
  }
}

/** Gives all copies of a document another id; one that has it from its file's name gets it in its head. */
function* renameDocument(workspace: Workspace, id: string, name: string): Pieces<Rename> {
  const edits: PlacedEdit[] = [];
  for (const document of workspace.documentsWithId(id)) {
    const edit = idEdit(document, name);
    if (edit === null) {
      const title = document.head.title?.value ?? id;
      const refusal = `“${title}” has its id from its file’s name, and its head takes no other. Rename the file, or mend the head first.`;
      return { edits: null, refusal };
    }
    edits.push(edit);
    yield;
  }
  for (const document of workspace.documentsUsing(nameKey('document', id))) {
    for (const found of documentReferences(document, id))
      edits.push({ location: document.location, ...found.document, text: name });
    yield;
  }
  return { edits: yield* inOrder(edits), refusal: null };
}

/** The edit of a head that gives its document an id; null where there is no sound place for it. */
function idEdit({ id, head, location, source }: DocumentModel, name: string): PlacedEdit | null {
  const { text, bom, head: range } = source.preamble;
  if (head.id) return yamlIdEdit(text, location, head.id, id, name);
  const whole = source.text;
  const eol = /\r\n|\n|\r/.exec(whole)?.[0] ?? '\n';
  const start = range ? range.yamlStart : bom ? 1 : 0;
  const added = range ? `id: ${name}${eol}` : `---${eol}id: ${name}${eol}---${eol}${eol}`;
  const edited = new DocumentModel(location, whole.slice(0, start) + added + whole.slice(start));
  if (edited.id !== name || strip(edited.source) !== strip(source)) return null;
  return { location, start, end: start, text: added };
}
