/** The pickers one after the other: who says it, to whom, on what, for or against. */
import type * as vscode from 'vscode';
import type { ChoicesResult, TagEntry } from '../../../server/src/lsp/requests/index.ts';
import type { LanguageServer } from '../languageServer.ts';
import {
  addresseeEntries,
  claimantEntries,
  type Entry,
  type Known,
  mentionEntries,
  positionEntries,
  topicEntries,
} from './entries.ts';
import { nameNew } from './nameNew.ts';
import { type Picked, pick } from './pick.ts';
import type { Recent } from './recent.ts';
import {
  NOTHING_ANSWERED,
  type Question,
  questionsFor,
  type Statement,
  type StatementKind,
  stepsOf,
} from './statement.ts';
import { mentionQuestion, questionFor, switchTooltip, titleFor, wording } from './wording.ts';

/** Where a tag is to be put, and what there is to choose from. */
export interface PickerContext {
  readonly server: LanguageServer;
  readonly document: vscode.TextDocument;
  readonly choices: ChoicesResult;
  readonly recent: Recent;
}

/** A statement as the coder has described it, and the actors and topics made on the way. */
export interface Described {
  readonly kind: StatementKind;
  readonly statement: Statement;
  readonly entries: readonly TagEntry[];
}

/** Asks for a statement. @returns undefined if the coder gave up */
export async function describeStatement(
  context: PickerContext,
  first: StatementKind,
): Promise<Described | undefined> {
  const session = new Session(context);
  let kind = first;
  let statement = NOTHING_ANSWERED;
  for (let index = 0; ; ) {
    const question = questionsFor(kind, statement)[index];
    if (question === undefined) return { kind, statement, entries: session.entriesFor(statement) };
    const picked = await session.ask(question, kind, index);
    if (picked === undefined) return undefined;
    switch (picked.type) {
      case 'asBefore':
        return { kind, statement: picked.statement, entries: [] };
      case 'switch':
        // The same question of the other kind; one that it does not have is passed over.
        kind = kind === 'claim' ? 'demand' : 'claim';
        index = Math.max(0, questionsFor(kind, statement).indexOf(question));
        break;
      case 'back':
        index = Math.max(0, index - 1);
        break;
      case 'ids':
        statement = answered(statement, question, picked.ids);
        index++;
        break;
    }
  }
}

/** Asks whom words mention. @returns undefined if the coder gave up */
export async function describeMention(
  context: PickerContext,
): Promise<{ readonly actors: readonly string[]; readonly entries: readonly TagEntry[] } | undefined> {
  const session = new Session(context);
  for (;;) {
    const picked = await session.askMention();
    if (picked === undefined) return undefined;
    if (picked.type === 'ids' && picked.ids.length > 0)
      return { actors: picked.ids, entries: session.entriesOf(picked.ids) };
  }
}

type Answered = Exclude<Picked, { type: 'new' }>;

/** What is known while the pickers run, with what was made on the way. */
class Session {
  readonly #context: PickerContext;
  #choices: ChoicesResult;
  readonly #entries: TagEntry[] = [];

  constructor(context: PickerContext) {
    this.#context = context;
    this.#choices = context.choices;
  }

  async ask(question: Question, kind: StatementKind, index: number): Promise<Answered | undefined> {
    const section = question === 'topic' ? 'topics' : 'actors';
    return this.#pick(section, {
      title: titleFor(kind),
      placeholder: questionFor(question, kind),
      step: index + 1,
      totalSteps: stepsOf(kind),
      canGoBack: index > 0,
      entries: (chosen) => this.#list(question, kind, chosen),
      takesSeveral: question !== 'position',
      switchTo: switchTooltip(kind),
    });
  }

  askMention(): Promise<Answered | undefined> {
    return this.#pick('actors', {
      title: titleFor('actor'),
      placeholder: mentionQuestion(),
      canGoBack: false,
      entries: (chosen) => mentionEntries(this.#known, chosen),
      takesSeveral: true,
    });
  }

  entriesFor({ by, to, topics }: Statement): TagEntry[] {
    return this.entriesOf([...by, ...to], topics);
  }

  /** The new entries that are still wanted: one may have gone back and chosen another. */
  entriesOf(actors: readonly string[], topics: readonly string[] = []): TagEntry[] {
    return this.#entries.filter(({ section, id }) => (section === 'actors' ? actors : topics).includes(id));
  }

  #list(question: Question, kind: StatementKind, chosen: readonly string[]): Entry[] {
    switch (question) {
      case 'by':
        return claimantEntries(this.#known, this.#before(kind), chosen);
      case 'to':
        return addresseeEntries(this.#known, chosen);
      case 'topic':
        return topicEntries(this.#known, chosen);
      case 'position':
        return positionEntries(this.#known);
    }
  }

  get #known(): Known {
    const { recent } = this.#context;
    return {
      choices: this.#choices,
      recentActors: recent.actors,
      recentTopics: recent.topics,
      words: wording(),
    };
  }

  /** The last statement, if this document knows all of its names. */
  #before(kind: StatementKind): Statement | null {
    const last = this.#context.recent.lastFor(kind);
    if (last === null) return null;
    const { actors, topics } = this.#choices;
    const isActor = (id: string) => id === 'author' || actors.some((actor) => actor.id === id);
    const isTopic = (id: string) => topics.some((topic) => topic.id === id);
    return last.by.length > 0 && [...last.by, ...last.to].every(isActor) && last.topics.every(isTopic)
      ? last
      : null;
  }

  async #pick(section: TagEntry['section'], step: Parameters<typeof pick>[0]): Promise<Answered | undefined> {
    for (;;) {
      const picked = await pick(step);
      if (picked?.type !== 'new') return picked;
      const { server, document } = this.#context;
      const named = await nameNew({
        server,
        document,
        choices: this.#choices,
        section,
        name: picked.name,
        title: step.title,
      });
      if (named === undefined) return undefined;
      if (named === 'back') continue;
      if (named.entry) this.#add(named.entry);
      return { type: 'ids', ids: [...new Set([...picked.chosen, named.id])] };
    }
  }

  /** From now on it is one of the choices, as if it stood in the codebook. */
  #add(entry: TagEntry): void {
    this.#entries.push(entry);
    const { actors, topics } = this.#choices;
    const { id, name, kind = null } = entry;
    this.#choices =
      entry.section === 'actors'
        ? { ...this.#choices, actors: [{ id, name, aka: [], kind, count: 0 }, ...actors] }
        : { ...this.#choices, topics: [{ id, name, in: null, count: 0 }, ...topics] };
  }
}

function answered(statement: Statement, question: Question, ids: readonly string[]): Statement {
  switch (question) {
    case 'by':
      return { ...statement, by: ids };
    case 'to':
      return { ...statement, to: ids };
    case 'topic':
      return { ...statement, topics: ids };
    case 'position':
      return { ...statement, position: ids[0] ?? null };
  }
}
