/** The parts of marks, classified for colouring. Words stay as the theme has them. */
import type { Attribute, Value } from '../../../grammar/events.ts';
import type { DocumentModel } from '../model/document.ts';
import type { Names } from '../model/names.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Block } from '../syntax/document.ts';
import type { Tag } from '../syntax/tree.ts';

export const TOKEN_TYPES = [
  'claim',
  'demand',
  'continuation',
  'actor',
  'statement',
  'topic',
  'attribute',
  'value',
  'memo',
] as const;
export type TokenType = (typeof TOKEN_TYPES)[number];

export const TOKEN_MODIFIERS = ['definition', 'undefined'] as const;
export type TokenModifier = (typeof TOKEN_MODIFIERS)[number];

export interface Token {
  readonly start: number;
  readonly end: number;
  readonly type: TokenType;
  readonly modifier: TokenModifier | null;
}

/** The tokens between two offsets, in order of place. Offsets are from the document's start. */
export function* tokensIn(
  workspace: Workspace,
  document: DocumentModel,
  from = 0,
  to = document.source.length,
): Generator<Token> {
  const names = workspace.namesFor(document);
  const { source } = document;
  for (let index = Math.max(0, source.blockAt(from)); index < source.blocks.length; index++) {
    const start = source.startOf(index);
    if (start >= to) return;
    const block = source.blocks[index] as Block;
    if (block.tree.tags.length + block.tree.memos.length === 0) continue;
    const tokens = [
      ...block.tree.memos.map(
        (memo): Token => ({ start: memo.start, end: memo.end, type: 'memo', modifier: null }),
      ),
      ...block.tree.tags.flatMap((tag) => [...tagTokens(tag, names)]),
    ].sort((a, b) => a.start - b.start);
    for (const token of tokens) yield { ...token, start: start + token.start, end: start + token.end };
  }
}

function* tagTokens(tag: Tag, names: Names): Generator<Token> {
  const { head, kind } = tag;
  if (kind === 'mention') {
    for (const actor of head.actors) yield valueToken(actor, 'by', names);
    return;
  }
  const type = kind === 'continuation' || kind === 'demand' ? kind : 'claim';
  const modifier = kind === 'unknown' ? 'undefined' : null;
  yield { start: head.start, end: head.start + head.word.length, type, modifier };
  for (const attribute of head.attributes) yield* attributeTokens(attribute, kind === 'continuation', names);
}

function* attributeTokens(attribute: Attribute, isReference: boolean, names: Names): Generator<Token> {
  if (attribute.name === '#') {
    const { start, end } = attribute;
    yield { start, end, type: 'statement', modifier: isReference ? null : 'definition' };
    return;
  }
  const name = attribute.name.normalize('NFC');
  const modifier = names.attribute(name) === null ? 'undefined' : null;
  if (attribute.nameEnd > attribute.start) {
    yield { start: attribute.start, end: attribute.nameEnd, type: 'attribute', modifier };
  }
  for (const value of attribute.values) yield valueToken(value, name, names);
}

function valueToken(value: Value, attribute: string, names: Names): Token {
  const { start, end } = value;
  const undefinedIf = (missing: boolean) => (missing ? 'undefined' : null);
  switch (value.type) {
    case 'actor':
      return {
        start,
        end,
        type: 'actor',
        modifier: undefinedIf(names.actor(value.id.normalize('NFC')) === null),
      };
    case 'statement': {
      const id = value.document === null ? value.id : `${value.document}/${value.id}`;
      return {
        start,
        end,
        type: 'statement',
        modifier: undefinedIf(names.statement(id.normalize('NFC')) === null),
      };
    }
    default: {
      if (attribute !== 'topic') return { start, end, type: 'value', modifier: null };
      return {
        start,
        end,
        type: 'topic',
        modifier: undefinedIf(names.topic(value.text.normalize('NFC')) === null),
      };
    }
  }
}
