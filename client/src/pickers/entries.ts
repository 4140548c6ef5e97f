/**
 * What the pickers of the tagging commands list, and in which order. Plain data: the editor's own list filters it as
 * one types, without asking us, so that no key is ahead of the list.
 */
import type { ActorChoice, ChoicesResult, TopicChoice } from '../../../server/src/lsp/requests/index.ts';
import type { Statement } from './statement.ts';

/** What choosing an entry means. */
export type Choice =
  | { readonly type: 'ids'; readonly ids: readonly string[] }
  | { readonly type: 'asBefore'; readonly statement: Statement }
  /** Something that the codebook lacks, by the name typed so far. */
  | { readonly type: 'new'; readonly name: string | null };

export interface ChoiceEntry {
  readonly type: 'choice';
  readonly label: string;
  readonly description?: string;
  /** Listed whatever is typed. */
  readonly alwaysShow?: boolean;
  readonly choice: Choice;
}

export type Entry = ChoiceEntry | { readonly type: 'separator'; readonly label: string };

/** The words of the lists, in the reader's language. */
export interface Wording {
  readonly recent: string;
  readonly here: string;
  readonly codebook: string;
  readonly author: string;
  readonly takenOver: string;
  readonly noAddressee: string;
  readonly noTopic: string;
  readonly newActor: string;
  readonly newTopic: string;
  readonly newCalled: (name: string) => string;
  readonly asBefore: (statement: string) => string;
  readonly thatIsAll: (names: string) => string;
  readonly neither: string;
  readonly noKind: string;
}

/** What the lists are made from. */
export interface Known {
  readonly choices: ChoicesResult;
  /** Ids that were chosen lately, the latest first. */
  readonly recentActors: readonly string[];
  readonly recentTopics: readonly string[];
  readonly words: Wording;
}

const AUTHOR = 'author';

/** Who makes the statement: as before, by default, then the others. */
export function claimantEntries(known: Known, before: Statement | null, chosen: readonly string[]): Entry[] {
  if (chosen.length > 0) return moreActors(known, chosen);
  const { choices, words } = known;
  const { by, isTakenOver } = choices.defaults;
  const first: Entry[] = [];
  if (before) {
    first.push({
      type: 'choice',
      label: `$(history) ${plain(words.asBefore(sayStatement(choices, before)))}`,
      choice: { type: 'asBefore', statement: before },
    });
  }
  first.push({
    type: 'choice',
    label: `$(edit) ${plain(namesOf(choices, by))}`,
    description: isTakenOver ? words.takenOver : words.author,
    choice: { type: 'ids', ids: by },
  });
  const others = actorSections(known, isTakenOver ? [] : by);
  // Within another's words, the author is one among many.
  const author: Entry[] =
    isTakenOver && !by.includes(AUTHOR)
      ? [{ ...actorEntry(authorOf(choices)), description: `@${AUTHOR} · ${words.author}` }]
      : [];
  return [...first, ...author, ...others, newActorEntry(words)];
}

/** Whom it addresses: nobody, or as the statement around it, first. */
export function addresseeEntries(known: Known, chosen: readonly string[]): Entry[] {
  if (chosen.length > 0) return moreActors(known, chosen);
  const { choices, words } = known;
  const { to } = choices.defaults;
  const first: Entry =
    to.length > 0
      ? {
          type: 'choice',
          label: `$(edit) ${plain(namesOf(choices, to))}`,
          description: words.takenOver,
          choice: { type: 'ids', ids: [] },
        }
      : {
          type: 'choice',
          label: `$(circle-slash) ${words.noAddressee}`,
          choice: { type: 'ids', ids: [] },
        };
  return [first, ...actorSections(known, []), newActorEntry(words)];
}

/** Whom words mention: whoever they call first; a new actor of that name, where they call nobody. */
export function mentionEntries(known: Known, chosen: readonly string[]): Entry[] {
  if (chosen.length > 0) return moreActors(known, chosen);
  const { choices, words } = known;
  const called = choices.called.flatMap((id) => choices.actors.find((actor) => actor.id === id) ?? []);
  const first: Entry[] = called.map(actorEntry);
  if (called.length === 0 && choices.words !== '')
    first.push({
      type: 'choice',
      label: `$(add) ${plain(words.newCalled(choices.words))}`,
      choice: { type: 'new', name: choices.words },
    });
  return [...first, ...actorSections(known, choices.called), newActorEntry(words)];
}

/** What it is on. */
export function topicEntries(known: Known, chosen: readonly string[]): Entry[] {
  const { choices, recentTopics, words } = known;
  const first: Entry =
    chosen.length > 0
      ? doneEntry(words, chosen, (id) => choices.topics.find((topic) => topic.id === id)?.name ?? id)
      : { type: 'choice', label: `$(circle-slash) ${words.noTopic}`, choice: { type: 'ids', ids: [] } };
  return [
    first,
    ...sections(choices.topics, recentTopics, chosen, words, topicEntry),
    {
      type: 'choice',
      label: '$(add)',
      description: words.newTopic,
      alwaysShow: true,
      choice: { type: 'new', name: null },
    },
  ];
}

/** For or against. */
export function positionEntries({ choices, words }: Known): Entry[] {
  return [
    {
      type: 'choice',
      label: `$(circle-slash) ${words.neither}`,
      choice: { type: 'ids', ids: [] },
    },
    ...choices.positions.map(
      ({ value, note }): Entry => ({
        type: 'choice',
        label: `${POSITION_ICONS[value] ?? '$(circle-outline)'} ${value}`,
        description: note,
        choice: { type: 'ids', ids: [value] },
      }),
    ),
  ];
}

const POSITION_ICONS: Readonly<Record<string, string>> = {
  support: '$(thumbsup)',
  oppose: '$(thumbsdown)',
};

/** What a new actor is. */
export function kindEntries({ choices, words }: Known): Entry[] {
  return [
    { type: 'choice', label: `$(circle-slash) ${words.noKind}`, choice: { type: 'ids', ids: [] } },
    ...choices.kinds.map(
      (kind): Entry => ({
        type: 'choice',
        label: `${iconOf(kind)} ${kind}`,
        choice: { type: 'ids', ids: [kind] },
      }),
    ),
  ];
}

/**
 * Whom letters mean that end with a comma: the entry that the list would have first. (The list itself can't be asked:
 * with the comma in it, it holds nobody.)
 *
 * @returns null for nobody: a comma may be part of a new name
 */
export function idCalled(entries: readonly Entry[], typed: string): string | null {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return null;
  const ranks: ((label: string, description: string) => boolean)[] = [
    (label) => label.startsWith(wanted),
    (label) => label.includes(wanted),
    (_, description) => description.includes(wanted),
  ];
  for (const isMeant of ranks) {
    for (const entry of entries) {
      if (entry.type !== 'choice' || entry.choice.type !== 'ids' || entry.choice.ids.length !== 1) continue;
      const label = entry.label.replace(/^\$\([\w-]+\) /, '').toLowerCase();
      if (isMeant(label, entry.description?.toLowerCase() ?? '')) return entry.choice.ids[0] ?? null;
    }
  }
  return null;
}

/** After a comma: done, or one more. */
function moreActors(known: Known, chosen: readonly string[]): Entry[] {
  const { choices, words } = known;
  return [
    doneEntry(words, chosen, (id) => nameOf(choices, id)),
    ...actorSections(known, chosen),
    newActorEntry(words),
  ];
}

function doneEntry(words: Wording, chosen: readonly string[], nameOfId: (id: string) => string): Entry {
  return {
    type: 'choice',
    label: `$(check) ${plain(words.thatIsAll(chosen.map(nameOfId).join(', ')))}`,
    choice: { type: 'ids', ids: [] },
  };
}

/** The label is only a sign: so nothing that is typed ever puts this entry before one that has the letters. */
function newActorEntry({ newActor }: Wording): Entry {
  return {
    type: 'choice',
    label: '$(add)',
    description: newActor,
    alwaysShow: true,
    choice: { type: 'new', name: null },
  };
}

function actorSections({ choices, recentActors, words }: Known, without: readonly string[]): Entry[] {
  return sections(choices.actors, recentActors, without, words, actorEntry);
}

/** Those used lately, those in this document, and the rest, each under its line. */
function sections<T extends { readonly id: string; readonly count: number }>(
  all: readonly T[],
  recentIds: readonly string[],
  without: readonly string[],
  words: Wording,
  toEntry: (each: T) => Entry,
): Entry[] {
  const byId = new Map(all.map((each) => [each.id, each]));
  for (const id of without) byId.delete(id);
  const recent = recentIds.flatMap((id) => byId.get(id) ?? []);
  for (const { id } of recent) byId.delete(id);
  const rest = [...byId.values()];
  const parts: readonly (readonly [string, readonly T[]])[] = [
    [words.recent, recent],
    [words.here, rest.filter(({ count }) => count > 0)],
    [words.codebook, rest.filter(({ count }) => count === 0)],
  ];
  return parts.flatMap(([label, list]): Entry[] =>
    list.length > 0 ? [{ type: 'separator', label }, ...list.map(toEntry)] : [],
  );
}

function actorEntry({ id, name, aka, kind, count }: ActorChoice): ChoiceEntry {
  const parts = [`@${id}`, ...(count > 0 ? [`${count}×`] : []), ...aka];
  return {
    type: 'choice',
    label: `${iconOf(kind)} ${plain(name)}`,
    description: plain(parts.join(' · ')),
    choice: { type: 'ids', ids: [id] },
  };
}

function topicEntry({ id, name, in: parent, count }: TopicChoice): Entry {
  const parts = [id, ...(count > 0 ? [`${count}×`] : []), ...(parent ? [parent] : [])];
  return {
    type: 'choice',
    label: `$(tag) ${plain(name)}`,
    description: plain(parts.join(' · ')),
    choice: { type: 'ids', ids: [id] },
  };
}

function iconOf(kind: string | null): string {
  switch (kind) {
    case 'person':
      return '$(person)';
    case 'organization':
      return '$(organization)';
    case 'state':
      return '$(globe)';
    case 'group':
      return '$(account)';
    default:
      return '$(circle-outline)';
  }
}

/** `Marit Veld → Harbour Office · Harbour dues · oppose` */
export function sayStatement(choices: ChoicesResult, { by, to, topics, position }: Statement): string {
  const topicNames = topics.map((id) => choices.topics.find((topic) => topic.id === id)?.name ?? id);
  const addressees = to.length > 0 ? ` → ${namesOf(choices, to)}` : '';
  const rest = [topicNames.join(', '), position ?? ''].filter((part) => part !== '');
  return [`${namesOf(choices, by)}${addressees}`, ...rest].join(' · ');
}

function namesOf(choices: ChoicesResult, ids: readonly string[]): string {
  return ids.map((id) => nameOf(choices, id)).join(', ');
}

export function nameOf(choices: ChoicesResult, id: string): string {
  if (id === AUTHOR) return choices.author;
  return choices.actors.find((actor) => actor.id === id)?.name ?? `@${id}`;
}

function authorOf({ author }: ChoicesResult): ActorChoice {
  return { id: AUTHOR, name: author, aka: [], kind: 'person', count: 0 };
}

/** Words in which nothing is an icon. */
function plain(words: string): string {
  return words.replace(/\$\(/g, '\\$(');
}
