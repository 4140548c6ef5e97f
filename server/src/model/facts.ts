/**
 * What follows from a block alone: the statements and mentions in it, the names that it defines and uses.
 * Symbolic: defaults, and what is taken over from an outer statement, are filled in when somebody asks
 * (resolve.ts), so that an edit elsewhere changes nothing here. Offsets are from the start of the block.
 */
import type { Attribute, Value } from '../../../grammar/events.ts';
import type { Block } from '../syntax/document.ts';
import { EMPTY_TREE, type Tag } from '../syntax/tree.ts';
import { type Ignore, ignoresOf } from './ignores.ts';

/** A claim, a demand, or a statement of a kind nobody knows, where it is defined. */
export interface StatementFact {
  readonly kind: 'claim' | 'demand' | 'unknown';
  /** NFC; null where it has none. */
  readonly id: string | null;
  /** Index of its tag in the block. */
  readonly tag: number;
  /** The first attribute of each name, its own `#id` left out. Names are NFC. */
  readonly attributes: ReadonlyMap<string, Attribute>;
  /** Index of the innermost statement or continuation tag around it, or -1. */
  readonly outer: number;
}

export type NameKind = 'actor' | 'statement' | 'topic' | 'attribute' | 'document';

/** A name as one string, for maps: `actor:russia`, `statement:halt`, `statement:other/halt`. */
export type NameKey = `${NameKind}:${string}`;

/** A place where a name is used or defined, its sign left out. */
export interface NamePlace {
  readonly key: NameKey;
  readonly kind: NameKind;
  /** NFC; for a statement of another document, `document/id`. */
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly tag: number;
  /** The attribute whose value it is; empty in a mention, a continuation or a definition. */
  readonly attribute: string;
}

export interface BlockFacts {
  readonly statements: readonly StatementFact[];
  /** Indexes of the mention tags. */
  readonly mentions: readonly number[];
  /** Indexes of the continuation tags. */
  readonly continuations: readonly number[];
  /** Statements' own ids. */
  readonly definitions: readonly NamePlace[];
  readonly uses: readonly NamePlace[];
  readonly ignores: readonly Ignore[];
}

const NO_FACTS: BlockFacts = {
  statements: [],
  mentions: [],
  continuations: [],
  definitions: [],
  uses: [],
  ignores: [],
};

const cache = new WeakMap<Block, BlockFacts>();

/** So many statements are looked through one by one; of more, an index is made. */
const FEW = 16;
const byId = new WeakMap<BlockFacts, Map<string, StatementFact>>();
const usesByKey = new WeakMap<BlockFacts, Map<NameKey, NamePlace[]>>();

/** The facts of a block; worked out once. */
export function factsOf(block: Block): BlockFacts {
  if (block.tree === EMPTY_TREE) return NO_FACTS;
  let facts = cache.get(block);
  if (facts === undefined) {
    facts = readFacts(block);
    cache.set(block, facts);
  }
  return facts;
}

/** The statement that a tag defines; null for a tag that defines none. @param tag its index in the block */
export function statementAt({ statements }: BlockFacts, tag: number): StatementFact | null {
  let low = 0;
  let high = statements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((statements[middle] as StatementFact).tag < tag) low = middle + 1;
    else high = middle;
  }
  const found = statements[low];
  return found?.tag === tag ? found : null;
}

/** The first statement of a block with an id. */
export function statementWithId(facts: BlockFacts, id: string): StatementFact | null {
  if (facts.statements.length <= FEW) return facts.statements.find((each) => each.id === id) ?? null;
  let known = byId.get(facts);
  if (known === undefined) {
    known = new Map();
    for (const each of facts.statements)
      if (each.id !== null && !known.has(each.id)) known.set(each.id, each);
    byId.set(facts, known);
  }
  return known.get(id) ?? null;
}

/** The uses of a name in a block. */
export function usesOf(facts: BlockFacts, key: NameKey): readonly NamePlace[] {
  if (facts.uses.length <= FEW) return facts.uses.filter((use) => use.key === key);
  let known = usesByKey.get(facts);
  if (known === undefined) {
    known = new Map();
    for (const use of facts.uses) {
      const others = known.get(use.key);
      if (others) others.push(use);
      else known.set(use.key, [use]);
    }
    usesByKey.set(facts, known);
  }
  return known.get(key) ?? [];
}

export function nameKey(kind: NameKind, id: string): NameKey {
  return `${kind}:${id}`;
}

/** The id of a statement tag or the one that a continuation names, NFC; null without. */
export function ownId(tag: Tag): string | null {
  const value = tag.head.attributes.find((attribute) => attribute.name === '#')?.values[0];
  return value?.type === 'statement' ? value.id.normalize('NFC') : null;
}

function readFacts(block: Block): BlockFacts {
  const { tags, memos } = block.tree;
  const statements: StatementFact[] = [];
  const mentions: number[] = [];
  const continuations: number[] = [];
  const definitions: NamePlace[] = [];
  const uses: NamePlace[] = [];
  tags.forEach((tag, index) => {
    if (tag.kind === 'mention') {
      mentions.push(index);
      for (const actor of tag.head.actors) uses.push(place('actor', actor.id, actor.end, index, ''));
      return;
    }
    const own = tag.head.attributes.find((attribute) => attribute.name === '#')?.values[0];
    if (tag.kind === 'continuation') {
      continuations.push(index);
      if (own?.type === 'statement') uses.push(place('statement', own.id, own.end, index, ''));
      return;
    }
    statements.push({
      kind: tag.kind,
      id: ownId(tag),
      tag: index,
      attributes: attributesByName(tag),
      outer: outerStatement(tags, tag),
    });
    if (own?.type === 'statement') definitions.push(place('statement', own.id, own.end, index, ''));
    for (const attribute of tag.head.attributes) addUses(attribute, index, uses);
  });
  return { statements, mentions, continuations, definitions, uses, ignores: ignoresOf(block, memos) };
}

function attributesByName(tag: Tag): Map<string, Attribute> {
  const attributes = new Map<string, Attribute>();
  for (const attribute of tag.head.attributes) {
    const name = attribute.name.normalize('NFC');
    if (name !== '#' && name !== '' && !attributes.has(name)) attributes.set(name, attribute);
  }
  return attributes;
}

function outerStatement(tags: readonly Tag[], tag: Tag): number {
  let index = tag.parent;
  while (index >= 0 && tags[index]?.kind === 'mention') index = (tags[index] as Tag).parent;
  return index;
}

function addUses(attribute: Attribute, tag: number, uses: NamePlace[]): void {
  const name = attribute.name.normalize('NFC');
  if (name === '#' || name === '') return;
  uses.push(place('attribute', attribute.name, attribute.nameEnd, tag, ''));
  for (const value of attribute.values) {
    const use = useOf(value, name, tag);
    if (use) uses.push(use);
    if (value.type === 'statement' && value.document !== null) {
      uses.push(place('document', value.document, value.end - value.id.length - 1, tag, name));
    }
  }
}

function useOf(value: Value, attribute: string, tag: number): NamePlace | null {
  switch (value.type) {
    case 'actor':
      return place('actor', value.id, value.end, tag, attribute);
    case 'statement': {
      const id = value.document === null ? value.id : `${value.document}/${value.id}`;
      return place('statement', id, value.end, tag, attribute);
    }
    case 'word':
      return attribute === 'topic' ? place('topic', value.text, value.end, tag, attribute) : null;
    case 'string':
      return null;
  }
}

/** @param end where the name ends; it starts as far before that as it is long: marks of direction may precede it */
function place(kind: NameKind, id: string, end: number, tag: number, attribute: string): NamePlace {
  const name = id.normalize('NFC');
  return { key: nameKey(kind, name), kind, id: name, start: end - id.length, end, tag, attribute };
}
