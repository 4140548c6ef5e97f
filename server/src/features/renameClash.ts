/** Why a new name can't be taken: it is no name, or somebody has it. */
import { ID_ADVICE, isId } from '../codebook/ids.ts';
import type { DocumentModel } from '../model/document.ts';
import { nameKey } from '../model/facts.ts';
import type { Pieces } from '../model/pieces.ts';
import { AUTHOR } from '../model/resolve.ts';
import type { CodebookFile, Workspace } from '../model/workspace.ts';
import { isCore, isDefinedInHead, type RenameSubject } from './renameSubject.ts';

/** What is wrong with a name by itself; null for nothing. @param name NFC */
export function badName({ kind }: RenameSubject, name: string): string | null {
  if (!isId(name)) return `“${name}” is no id. ${ID_ADVICE}`;
  if (kind === 'actor' && name === AUTHOR) {
    return `@${AUTHOR} is reserved: it always means the author of the document. Take another name.`;
  }
  if (kind === 'attribute' && name !== name.toLowerCase()) {
    return `“${name}” is no name for an attribute: those are in lower case.`;
  }
  if (kind === 'attribute' && isCore(name)) {
    return `“${name}” is an attribute of the language itself. Take another name.`;
  }
  return null;
}

/** Who has a name already, or uses it and would mean something else from then on; null for nobody. */
export function* clashOf(workspace: Workspace, subject: RenameSubject, name: string): Pieces<string | null> {
  switch (subject.kind) {
    case 'statement':
      return statementClash(workspace, subject.document, name);
    case 'document':
      return documentClash(workspace, name);
    default:
      return yield* entryClash(workspace, subject, name);
  }
}

function statementClash(workspace: Workspace, document: DocumentModel, name: string): string | null {
  if (document.statement(name)) return `This document has a statement #${name} already.`;
  if (document.uses(nameKey('statement', name))) return inUse(`#${name}`, document);
  const reference = `${document.id}/${name}`;
  for (const other of workspace.documentsUsing(nameKey('statement', reference))) {
    if (other.coder === document.coder) return inUse(`#${reference}`, other);
  }
  return null;
}

function documentClash(workspace: Workspace, name: string): string | null {
  const [other] = workspace.documentsWithId(name);
  if (other) return `Another document has the id ${name} already: ${titleOf(other)}.`;
  const [user] = workspace.documentsUsing(nameKey('document', name));
  return user ? inUse(`#${name}/…`, user) : null;
}

type EntrySubject = Extract<RenameSubject, { readonly kind: 'actor' | 'topic' | 'attribute' }>;

function* entryClash(workspace: Workspace, subject: EntrySubject, name: string): Pieces<string | null> {
  const { kind, file, document } = subject;
  const shown = shownEntry(kind, name);
  const what = kind === 'topic' ? 'a topic' : kind === 'actor' ? 'an actor' : 'an attribute';
  // In a document, what its codebook defines has its name too.
  const codebook = file ?? (document && workspace.codebookOf(document));
  if (codebook && definedIn(codebook, kind, name)) return `The codebook has ${what} ${shown} already.`;
  if (codebook && file && codebook.places.uses.some((use) => use.key === nameKey(kind, name)))
    return `The codebook names ${shown} already, though nothing defines it.`;
  for (const each of file ? workspace.documentsOf(file) : document ? [document] : []) {
    if (isDefinedInHead(each, kind, name))
      return `${titleOf(each)} has ${what} ${shown} in its head already.`;
    if (each.uses(nameKey(kind, name))) return inUse(shown, each);
    yield;
  }
  return null;
}

function definedIn({ codebook }: CodebookFile, kind: EntrySubject['kind'], name: string): boolean {
  switch (kind) {
    case 'actor':
      return codebook.actors.has(name);
    case 'topic':
      return codebook.topics.has(name);
    case 'attribute':
      return codebook.attributes.has(name);
  }
}

function shownEntry(kind: EntrySubject['kind'], name: string): string {
  return kind === 'actor' ? `@${name}` : `“${name}”`;
}

/** A name that stands somewhere undefined would be caught by what is renamed to it. */
function inUse(shown: string, document: DocumentModel): string {
  return `${titleOf(document)} names ${shown} already, though nothing defines it. Correct that first, or take another name.`;
}

function titleOf(document: DocumentModel): string {
  return `“${document.head.title?.value ?? document.id}”`;
}
