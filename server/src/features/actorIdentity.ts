/** Which actor an id means, across documents: the same id may be another actor's in another codebook or head. */
import type { Actor } from '../codebook/codebook.ts';
import type { DocumentModel } from '../model/document.ts';
import type { Names } from '../model/names.ts';
import { AUTHOR } from '../model/resolve.ts';
import type { Workspace } from '../model/workspace.ts';

/**
 * A key that is the same for the same actor in all documents, and stays so over edits: where it is defined, and its
 * id. Authors whom only a head names are one if they have one name; an author without a name is each document's own.
 */
export function actorKey(workspace: Workspace, document: DocumentModel, id: string): string {
  const { head, location } = document;
  if (head.actors.has(id)) return `${location}|${id}`;
  const codebook = workspace.codebookOf(document);
  if (id === AUTHOR && !codebook?.codebook.actors.has(AUTHOR)) {
    return head.authors.length > 0
      ? `|${AUTHOR}|${nameOfAuthor(workspace.namesFor(document))}`
      : `${location}|`;
  }
  return `${codebook?.location ?? ''}|${id}`;
}

/** The actor that a key of a document's actor is about; null for one that nobody defines. */
export function actorMeant(names: Names, id: string): Actor | null {
  if (id !== AUTHOR) return names.actor(id);
  return names.authors.find((author) => author.id === AUTHOR) ?? names.actor(id);
}

/** The name of those authors who are no actors of the codebook. */
function nameOfAuthor(names: Names): string {
  return actorMeant(names, AUTHOR)?.name ?? '';
}
