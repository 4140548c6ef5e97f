/** Moving an actor or topic from a document's head to the codebook, so that all documents know it. */
import type { Actor, Entry, Topic } from '../codebook/codebook.ts';
import { insertEntry, readCodebook } from '../codebook/index.ts';
import { removeDefinition } from '../codebook/removeDefinition.ts';
import type { DocumentModel } from '../model/document.ts';
import type { CodebookFile, Workspace } from '../model/workspace.ts';
import { applyEdits } from '../rules/edits.ts';
import type { FileEdit } from '../rules/rule.ts';
import { keepsPublishedText } from '../rules/sameText.ts';
import { nameAt } from './target.ts';

/** An entry of a head that its codebook can take. */
export interface MovableEntry {
  readonly section: 'actors' | 'topics';
  readonly entry: Entry;
  readonly file: CodebookFile;
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
}

/**
 * The entry of the head that is named at an offset, if it can be moved as it is: the codebook has none of that id,
 * nothing in it is a mistake, and it belongs to nobody that only the head knows.
 */
export function movableEntryAt(
  workspace: Workspace,
  document: DocumentModel,
  offset: number,
): MovableEntry | null {
  const name = nameAt(document, offset);
  const file = workspace.codebookOf(document);
  if (name === null || file === null) return null;
  const { head } = document;
  const { codebook } = file;
  const isSound = ({ entry }: Entry) =>
    head.problems.every((problem) => problem.end < entry.start || entry.end < problem.start);
  const isKnown = (map: ReadonlyMap<string, Entry>, id: string) => id === name.id || map.has(id);
  if (name.kind === 'actor') {
    const actor = head.actors.get(name.id);
    if (!actor || !isSound(actor) || codebook.actors.has(name.id)) return null;
    if (!actor.of.every(({ value }) => isKnown(codebook.actors, value))) return null;
    return { section: 'actors', entry: actor, file, fields: actorFields(actor) };
  }
  const topic = name.kind === 'topic' ? head.topics.get(name.id) : undefined;
  if (!topic || !isSound(topic) || codebook.topics.has(name.id)) return null;
  if (topic.in && !isKnown(codebook.topics, topic.in.value)) return null;
  return { section: 'topics', entry: topic, file, fields: topicFields(topic) };
}

/** The edits of the head and of the codebook; null where the codebook is written so that it can't be added to. */
export function moveEntry(
  document: DocumentModel,
  { section, entry, file, fields }: MovableEntry,
): FileEdit[] | null {
  const { head, text } = document.source.preamble;
  if (head === null) return null;
  const { yamlStart, yamlEnd } = head;
  const shifted = { start: entry.entry.start - yamlStart, end: entry.entry.end - yamlStart };
  const removal = removeDefinition(text.slice(yamlStart, yamlEnd), section, { entry: shifted });
  const here = { ...removal, start: removal.start + yamlStart, end: removal.end + yamlStart };
  const there = insertEntry(file.text, section, entry.id, fields);
  if (there === null || !keepsPublishedText(document, [here])) return null;
  const after = readCodebook(applyEdits(file.text, [there]));
  const isThere = after[section].has(entry.id) && after.problems.length <= file.codebook.problems.length;
  return isThere ? [here, { ...there, location: file.location }] : null;
}

function actorFields({ name, kind, of, aka, role, country, wikidata, note }: Actor) {
  return filled({ name, kind, of: of.map(valueOf), aka: aka.map(valueOf), role, country, wikidata, note });
}

function topicFields({ name, in: parent, note }: Topic) {
  return filled({ name, in: parent?.value ?? null, note });
}

function valueOf({ value }: { readonly value: string }): string {
  return value;
}

function filled(
  fields: Readonly<Record<string, string | readonly string[] | null>>,
): Record<string, string | readonly string[]> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      (field): field is [string, string | string[]] => field[1] !== null && field[1].length > 0,
    ),
  );
}
