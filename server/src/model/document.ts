/**
 * One document: its source, its head, and an index of the names that it defines and uses. The index is kept up
 * by difference, so an edit costs what it touches.
 */

import type { Head } from '../codebook/codebook.ts';
import { EMPTY_HEAD } from '../codebook/defaults.ts';
import { readHead } from '../codebook/head.ts';
import { type Block, type BlockChange, SourceDocument } from '../syntax/document.ts';
import { PublishedText } from '../syntax/strip.ts';
import type { Tag } from '../syntax/tree.ts';
import { type EntryPlaces, headPlaces, NO_ENTRIES } from './entries.ts';
import {
  factsOf,
  type NameKey,
  type NamePlace,
  nameKey,
  ownId,
  type StatementFact,
  statementAt,
  statementWithId,
} from './facts.ts';
import { documentIdFromLocation } from './location.ts';
import { Multimap } from './multimap.ts';

/** A statement where it is defined. */
export interface Statement {
  readonly document: DocumentModel;
  readonly block: Block;
  readonly fact: StatementFact;
  readonly tag: Tag;
}

/** What an edit of a document did to it. */
export interface DocumentChange {
  readonly blocks: BlockChange;
  /** Names that are defined, or defined differently, since: their users may have to be looked at again. */
  readonly definitions: ReadonlySet<NameKey>;
  /** Names that the document uses since and did not before, or no longer uses. */
  readonly uses: ReadonlySet<NameKey>;
  readonly head: { readonly before: Head; readonly after: Head } | null;
}

/** A place of a name, its offsets from the start of its file. */
export interface Occurrence extends NamePlace {
  readonly isDefinition: boolean;
}

export class DocumentModel {
  readonly source: SourceDocument;
  /** Goes up at each change. */
  #version = 0;
  #head: Head;
  #headPlaces: EntryPlaces = NO_ENTRIES;
  #headUses: ReadonlySet<NameKey> = new Set();
  readonly #definers = new Multimap<NameKey, Block>();
  readonly #users = new Multimap<NameKey, Block>();
  readonly #continuing = new Set<Block>();
  #published: PublishedText | null = null;
  #order: Map<Block, number> | null = null;
  /** The first statement of each id that somebody asked for. */
  readonly #firsts = new Map<string, Statement | null>();

  constructor(
    /** Path or URI, with `/` between folders. */
    readonly location: string,
    text: string,
  ) {
    this.source = new SourceDocument(text);
    this.#head = this.#readHead();
    this.#indexHead();
    for (const block of this.source.blocks) this.#index(block);
  }

  get version(): number {
    return this.#version;
  }

  get head(): Head {
    return this.#head;
  }

  /** The id that other documents know it by, NFC: the head's, else one made of the file's name. */
  get id(): string {
    return this.#head.id?.value.normalize('NFC') || documentIdFromLocation(this.location);
  }

  /** The names that its head defines and uses. */
  get headPlaces(): EntryPlaces {
    return this.#headPlaces;
  }

  get coder(): string {
    return this.#head.coder?.value ?? '';
  }

  /** The published text, with places mapped both ways. */
  get published(): PublishedText {
    this.#published ??= new PublishedText(this.source);
    return this.#published;
  }

  /** Replaces the text between two offsets. */
  edit(start: number, end: number, inserted: string): DocumentChange {
    const blocks = this.source.edit(start, end, inserted);
    this.#version++;
    this.#published = null;
    this.#order = null;
    this.#firsts.clear();
    const definitions = new Set<NameKey>();
    const touched = new Set<NameKey>();
    for (const block of blocks.removed) this.#collect(block, definitions, touched);
    for (const block of blocks.added) this.#collect(block, definitions, touched);
    const before = this.#head;
    const after = blocks.preambleChanged ? this.#readHead() : before;
    if (blocks.preambleChanged)
      for (const { key } of [...this.#headPlaces.uses, ...headPlaces(after).uses]) touched.add(key);
    const used = new Set([...touched].filter((key) => this.uses(key)));
    for (const block of blocks.removed) this.#unindex(block);
    for (const block of blocks.added) this.#index(block);
    this.#head = after;
    if (blocks.preambleChanged) this.#indexHead();
    const uses = new Set([...touched].filter((key) => used.has(key) !== this.uses(key)));
    return { blocks, definitions, uses, head: blocks.preambleChanged ? { before, after } : null };
  }

  /** Whether a name is used anywhere in the document. */
  uses(key: NameKey): boolean {
    return this.#users.has(key) || this.#headUses.has(key);
  }

  /** All names used, in no order. */
  usedKeys(): Set<NameKey> {
    return new Set([...this.#users.keys(), ...this.#headUses]);
  }

  /** Ids of the documents whose statements it refers to, in no order. */
  *documentsNamed(): Generator<string> {
    for (const key of this.#users.keys())
      if (key.startsWith('document:')) yield key.slice('document:'.length);
  }

  /** Ids of the statements that it defines, in no order. */
  definedKeys(): Iterable<NameKey> {
    return this.#definers.keys();
  }

  /** Blocks that use a name, in no order. */
  blocksUsing(key: NameKey): Iterable<Block> {
    return this.#users.get(key);
  }

  /** Blocks that define a statement, in no order. */
  blocksDefining(key: NameKey): Iterable<Block> {
    return this.#definers.get(key);
  }

  /** Blocks with words that continue a statement, in no order. */
  blocksContinuing(): Iterable<Block> {
    return this.#continuing;
  }

  /** Where a block stands among the others; -1 if it no longer does. */
  indexOf(block: Block): number {
    this.#order ??= new Map(this.source.blocks.map((each, index) => [each, index]));
    return this.#order.get(block) ?? -1;
  }

  /** Where a block starts. */
  startOf(block: Block): number {
    return this.source.startOf(this.indexOf(block));
  }

  /** The statements of a block. */
  statementsIn(block: Block): Statement[] {
    return factsOf(block).statements.map((fact) => this.#statement(block, fact));
  }

  /** All statements, in order of place. */
  *statements(): Generator<Statement> {
    for (const block of this.source.blocks) yield* this.statementsIn(block);
  }

  /** The statement with an id (NFC): the first of several. */
  statement(id: string): Statement | null {
    let first = this.#firsts.get(id);
    if (first === undefined) {
      first = this.#findStatement(id);
      this.#firsts.set(id, first);
    }
    return first;
  }

  /** The statement around a tag of a block, or the one that the continuation around it continues. */
  outerOf({ block, fact }: Statement): Statement | null {
    return this.statementOfTag(block, fact.outer);
  }

  /** The statement that a claim, demand or continuation tag is, or is a piece of. */
  statementOfTag(block: Block, index: number): Statement | null {
    const tag = block.tree.tags[index];
    if (tag === undefined) return null;
    if (tag.kind === 'continuation') {
      const id = ownId(tag);
      return id === null ? null : this.statement(id);
    }
    const fact = statementAt(factsOf(block), index);
    return fact ? this.#statement(block, fact) : null;
  }

  /** The places where a name is used or defined, in order, head included. Offsets are from the document's start. */
  *occurrences(key: NameKey): Generator<Occurrence> {
    const { definitions, uses } = this.#headPlaces;
    for (const each of definitions) if (each.key === key) yield { ...each, isDefinition: true };
    for (const each of uses) if (each.key === key) yield { ...each, isDefinition: false };
    const blocks = new Set([...this.#definers.get(key), ...this.#users.get(key)]);
    for (const block of this.#inOrder(blocks)) {
      const base = this.startOf(block);
      const facts = factsOf(block);
      const places = [
        ...facts.definitions.filter((each) => each.key === key).map((each) => ({ each, isDefinition: true })),
        ...facts.uses.filter((each) => each.key === key).map((each) => ({ each, isDefinition: false })),
      ].sort((a, b) => a.each.start - b.each.start);
      for (const { each, isDefinition } of places) {
        yield { ...each, start: base + each.start, end: base + each.end, isDefinition };
      }
    }
  }

  #statement(block: Block, fact: StatementFact): Statement {
    return { document: this, block, fact, tag: block.tree.tags[fact.tag] as Tag };
  }

  #findStatement(id: string): Statement | null {
    const [block] = this.#inOrder(this.#definers.get(nameKey('statement', id)));
    const fact = block && statementWithId(factsOf(block), id);
    return fact ? this.#statement(block, fact) : null;
  }

  #inOrder(blocks: Iterable<Block>): Block[] {
    const list = [...blocks];
    return list.length < 2 ? list : list.sort((a, b) => this.indexOf(a) - this.indexOf(b));
  }

  #readHead(): Head {
    const { text, head } = this.source.preamble;
    return head === null ? EMPTY_HEAD : readHead(text.slice(head.yamlStart, head.yamlEnd), head.yamlStart);
  }

  #indexHead(): void {
    this.#headPlaces = headPlaces(this.#head);
    this.#headUses = new Set(this.#headPlaces.uses.map((use) => use.key));
  }

  #index(block: Block): void {
    const facts = factsOf(block);
    for (const { key } of facts.definitions) this.#definers.add(key, block);
    for (const { key } of facts.uses) this.#users.add(key, block);
    if (facts.continuations.length > 0) this.#continuing.add(block);
  }

  #unindex(block: Block): void {
    const facts = factsOf(block);
    for (const { key } of facts.definitions) this.#definers.delete(key, block);
    for (const { key } of facts.uses) this.#users.delete(key, block);
    this.#continuing.delete(block);
  }

  #collect(block: Block, definitions: Set<NameKey>, uses: Set<NameKey>): void {
    const facts = factsOf(block);
    for (const { key } of facts.definitions) definitions.add(key);
    for (const { key } of facts.uses) uses.add(key);
  }
}
