/** What there is to choose from when words are tagged. */
import { ACTOR_KINDS, type Actor } from '../codebook/index.ts';
import { activityIn } from '../model/activity.ts';
import type { DocumentModel } from '../model/document.ts';
import { nameOf } from '../model/location.ts';
import type { Names } from '../model/names.ts';
import { AUTHOR, resolveStatement } from '../model/resolve.ts';
import type { Workspace } from '../model/workspace.ts';
import { actorCalled } from './actorWords.ts';
import { slugOf } from './ids.ts';
import { publishedWords, segmentsOf } from './selection.ts';
import { statementAround } from './takenOver.ts';
import { shorten } from './wording.ts';

export interface Choices {
  /** Those whom the document names most often first, then by name; the author is not among them. */
  readonly actors: readonly ActorChoice[];
  readonly topics: readonly TopicChoice[];
  readonly positions: readonly { readonly value: string; readonly note: string }[];
  readonly kinds: readonly string[];
  /** Who makes a statement there that does not say who, and to whom it is addressed. */
  readonly defaults: Defaults;
  /** The names of those who stand in `defaults`, and of the author. */
  readonly author: string;
  /** The selected words as published, on one line; of many, the first. */
  readonly words: string;
  /** Whom they call by name, the likeliest first. */
  readonly called: readonly string[];
  /** The file that takes new names: the codebook's name, or null for the document's head. */
  readonly codebook: string | null;
}

export interface ActorChoice {
  readonly id: string;
  readonly name: string;
  readonly aka: readonly string[];
  readonly kind: string | null;
  /** How often the document mentions it, or has it make or receive a statement. */
  readonly count: number;
}

export interface TopicChoice {
  readonly id: string;
  readonly name: string;
  /** The name of the topic that it is part of. */
  readonly in: string | null;
  readonly count: number;
}

/** What a statement has that does not say it: from the statement around it, or by default. */
export interface Defaults {
  readonly by: readonly string[];
  readonly to: readonly string[];
  readonly isTakenOver: boolean;
}

/** Letters of the selected words that are shown, and that may be a new actor's name. */
const SHOWN_WORDS = 80;
/** Names are looked for in the beginning of a selection only. */
const SEARCHED_WORDS = 2_000;

/** The choices for the words between two offsets. Linear in the codebook, once in the document's statements. */
export function choicesFor(
  workspace: Workspace,
  document: DocumentModel,
  start: number,
  end: number,
): Choices {
  const names = workspace.namesFor(document);
  const { actors, topics } = activityIn(workspace, document);
  const countOf = (id: string) => {
    const activity = actors.get(id);
    if (activity === undefined) return 0;
    return activity.claims.length + activity.demands.length + activity.received.length + activity.mentions;
  };
  const words = wordsIn(document, start, end);
  return {
    actors: names.actors
      .filter(({ id }) => id !== AUTHOR)
      .map(({ id, name, aka, kind }) => ({
        id,
        name,
        aka: aka.map((other) => other.value),
        kind,
        count: countOf(id),
      }))
      .sort(byUse),
    topics: names.topics
      .map((topic) => ({
        id: topic.id,
        name: topic.name,
        in: topic.in && (names.topic(topic.in.value)?.name ?? topic.in.value),
        count: topics.get(topic.id)?.length ?? 0,
      }))
      .sort(byUse),
    positions: names.attribute('position')?.choices ?? [],
    kinds: ACTOR_KINDS,
    defaults: defaultsAt(document, start, end),
    author: names.author.name,
    words: shorten(words, SHOWN_WORDS),
    called: calledBy(names, words),
    codebook: names.file && nameOf(names.file.location),
  };
}

/** Most often used first, then by name. */
function byUse(a: { count: number; name: string }, b: { count: number; name: string }): number {
  return b.count - a.count || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
}

function wordsIn(document: DocumentModel, start: number, end: number): string {
  return segmentsOf(document, start, end)
    .map((segment) => publishedWords(document, segment).slice(0, SEARCHED_WORDS))
    .join(' ')
    .slice(0, SEARCHED_WORDS)
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whom words call: by all of them first, then by some of them, in order of place. */
function calledBy(names: Names, words: string): string[] {
  if (words === '') return [];
  const all = actorCalled(names, words);
  const some = names.search.in(words).flatMap(({ actors }) => actors);
  return [...new Set([...(all ? [all.id] : []), ...some])];
}

function defaultsAt(document: DocumentModel, start: number, end: number): Defaults {
  const first = segmentsOf(document, start, end)[0] ?? { start, end: start };
  const outer = statementAround(document, first);
  if (outer === null) return { by: [AUTHOR], to: [], isTakenOver: false };
  const { by, to } = resolveStatement(outer);
  return { by, to, isTakenOver: true };
}

/** The id that a new actor or topic gets; or of the one that goes by that name already. */
export function newNameFor(
  workspace: Workspace,
  document: DocumentModel,
  section: 'actors' | 'topics',
  name: string,
): { readonly id: string; readonly isKnown: boolean } {
  const names = workspace.namesFor(document);
  const known = section === 'actors' ? actorCalled(names, name) : topicCalled(names, name);
  if (known) return { id: known.id, isKnown: true };
  const wanted = slugOf(name);
  const isTaken = (id: string) =>
    section === 'actors' ? id === AUTHOR || names.actor(id) !== null : names.topic(id) !== null;
  let id = wanted;
  for (let number = 2; isTaken(id); number++) id = `${wanted}-${number}`;
  return { id, isKnown: false };
}

function topicCalled(names: Names, words: string): Pick<Actor, 'id'> | null {
  const fold = (text: string) => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
  const wanted = fold(words);
  return names.topics.find(({ id, name }) => fold(id) === wanted || fold(name) === wanted) ?? null;
}
