/**
 * What a document means, as plain data: `export --to json`. Defaults and what is taken over are filled in.
 * Offsets are code points into `document.text`, from 0, the end exclusive; `line` and `column` are where the
 * statement's tag stands in the file, from 1, columns in UTF-16 units.
 */

import type { Actor, Topic } from '../codebook/codebook.ts';
import type { DocumentModel, Statement } from '../model/document.ts';
import { factsOf } from '../model/facts.ts';
import { headingsAbove } from '../model/headings.ts';
import { identify } from '../model/identity.ts';
import type { Names } from '../model/names.ts';
import { type Meaning, resolveStatement } from '../model/resolve.ts';
import { piecesOf, publishedRange, spansOf } from '../model/spans.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Block } from '../syntax/document.ts';
import { exportText } from './offsets.ts';

export interface JsonSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface JsonStatement extends Meaning {
  readonly id: string;
  readonly kind: 'claim' | 'demand';
  readonly spans: readonly JsonSpan[];
  readonly heading: string | null;
  readonly memos: readonly string[];
  readonly line: number;
  readonly column: number;
}

export interface JsonMention extends JsonSpan {
  readonly actors: readonly string[];
  readonly memos: readonly string[];
}

export interface JsonActor {
  readonly id: string;
  readonly name: string;
  readonly kind: string | null;
  readonly of: readonly string[];
  readonly aka: readonly string[];
  readonly role: string | null;
  readonly country: string | null;
  readonly wikidata: string | null;
}

export interface JsonTopic {
  readonly id: string;
  readonly name: string;
  readonly in: string | null;
  readonly note: string | null;
}

export interface JsonDocument {
  readonly document: {
    readonly id: string;
    readonly title: string | null;
    readonly author: readonly string[];
    readonly date: string | null;
    readonly source: string | null;
    readonly section: string | null;
    readonly type: string | null;
    readonly lang: string | null;
    readonly coder: string | null;
    readonly text: string;
    readonly memos: readonly string[];
  };
  /** The actors and topics that the document uses, in order of id. */
  readonly actors: readonly JsonActor[];
  readonly topics: readonly JsonTopic[];
  readonly statements: readonly JsonStatement[];
  readonly mentions: readonly JsonMention[];
}

/** Describes a document. Linear in its size. */
export function describeDocument(workspace: Workspace, document: DocumentModel): JsonDocument {
  return new Describer(workspace, document).describe();
}

class Describer {
  readonly #document: DocumentModel;
  readonly #names: Names;
  readonly #text;
  readonly #headings: (string | null)[];
  readonly #actors = new Map<string, Actor>();
  readonly #topics = new Map<string, Topic>();
  readonly #place: (offset: number) => { line: number; column: number };

  constructor(workspace: Workspace, document: DocumentModel) {
    this.#document = document;
    this.#names = workspace.namesFor(document);
    this.#text = exportText(document.published.text);
    this.#headings = headingsAbove(document.source.blocks);
    this.#place = placer(document.source.text);
  }

  describe(): JsonDocument {
    const statements = [...identify(this.#document)].map(([id, each]) => this.#statement(id, each));
    const mentions = this.#document.source.blocks.flatMap((block) => this.#mentions(block));
    const { head } = this.#document;
    const authors = head.authors.length > 0 ? this.#names.authors : [];
    return {
      document: {
        id: this.#document.id,
        title: head.title?.value ?? null,
        author: authors.map((author) => (author.id === 'author' ? author.name : author.id)),
        date: head.date?.value ?? null,
        source: head.source?.value ?? null,
        section: head.section?.value ?? null,
        type: head.type?.value ?? null,
        lang: head.lang?.value ?? null,
        coder: head.coder?.value ?? null,
        text: this.#text.text,
        memos: this.#document.source.blocks.flatMap((block) => memosOf(block, -1)),
      },
      actors: sorted(this.#actors).map(({ id, name, kind, of, aka, role, country, wikidata }) => ({
        id,
        name,
        kind,
        of: of.map((group) => group.value),
        aka: aka.map((other) => other.value),
        role,
        country,
        wikidata,
      })),
      topics: sorted(this.#topics).map(({ id, name, in: parent, note }) => ({
        id,
        name,
        in: parent?.value ?? null,
        note,
      })),
      statements,
      mentions,
    };
  }

  #statement(id: string, statement: Statement): JsonStatement {
    const meaning = resolveStatement(statement);
    const pieces = piecesOf(statement);
    const memos = pieces.flatMap(({ block, tag }) => memosOf(block, block.tree.tags.indexOf(tag)));
    for (const topic of meaning.topics) this.#useTopic(topic);
    return {
      id,
      kind: statement.fact.kind as 'claim' | 'demand',
      ...meaning,
      by: this.#actorsOf(meaning.by),
      to: this.#actorsOf(meaning.to),
      about: this.#actorsOf(meaning.about),
      via: this.#actorsOf(meaning.via),
      spans: spansOf(statement).map((span) => this.#span(span.start, span.end)),
      heading: this.#headings[this.#document.indexOf(statement.block)] ?? null,
      memos,
      ...this.#place(this.#document.startOf(statement.block) + statement.tag.start),
    };
  }

  #mentions(block: Block): JsonMention[] {
    return factsOf(block).mentions.map((index) => {
      const tag = block.tree.tags[index] as (typeof block.tree.tags)[number];
      const { start, end } = publishedRange(this.#document, { block, tag });
      const ids = tag.head.actors.map((actor) => actor.id.normalize('NFC'));
      return { actors: this.#actorsOf(ids), ...this.#span(start, end), memos: memosOf(block, index) };
    });
  }

  #span(start: number, end: number): JsonSpan {
    const from = this.#text.codePointAt(start);
    const to = this.#text.codePointAt(end);
    return {
      start: from,
      end: to,
      text: this.#document.published.text.slice(start, end).replace(/\r\n?/g, '\n'),
    };
  }

  /** Ids with `author` as the actors that it stands for; each is noted as used. */
  #actorsOf(ids: readonly string[]): string[] {
    return ids.flatMap((id) => {
      const actors = this.#names.expand(id);
      for (const actor of actors) this.#useActor(actor);
      return actors.length > 0 ? actors.map((actor) => actor.id) : [id];
    });
  }

  /** An actor with those that it belongs to. */
  #useActor(actor: Actor): void {
    const waiting = [actor];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (this.#actors.has(next.id)) continue;
      this.#actors.set(next.id, next);
      for (const group of next.of) waiting.push(...this.#names.expand(group.value));
    }
  }

  /** A topic with those that it is part of. */
  #useTopic(id: string): void {
    for (let topic = this.#names.topic(id); topic && !this.#topics.has(topic.id); ) {
      this.#topics.set(topic.id, topic);
      topic = topic.in ? this.#names.topic(topic.in.value) : null;
    }
  }
}

/** The memos that belong to a tag of a block; for -1, to the document. */
function memosOf(block: Block, tag: number): string[] {
  return block.tree.memos.filter((memo) => memo.tag === tag).map((memo) => memo.text);
}

function sorted<E extends { readonly id: string }>(entries: ReadonlyMap<string, E>): E[] {
  return [...entries.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** Line and column, from 1, of offsets that are asked for in any order. */
function placer(text: string): (offset: number) => { line: number; column: number } {
  const lineStarts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) lineStarts.push(match.index + match[0].length);
  return (offset) => {
    let low = 0;
    let high = lineStarts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((lineStarts[middle] as number) <= offset) low = middle + 1;
      else high = middle;
    }
    return { line: low, column: offset - (lineStarts[low - 1] as number) + 1 };
  };
}
