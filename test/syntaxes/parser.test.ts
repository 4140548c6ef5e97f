/**
 * The grammar against the parser. Where the marks of a block pair as written, both see the same tags: the same
 * braces, kinds, colons and ids.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SourceDocument } from '../../server/src/syntax/document.ts';
import type { BlockTree } from '../../server/src/syntax/tree.ts';
import { soup } from '../kit/arbitraries.ts';
import { cases } from '../kit/cases.ts';
import { loadGrammar, namesOf, tokenize } from './tokenizer.ts';

const grammar = await loadGrammar();

/** Problems that the grammar reads as the parser does; after others it may pair braces in another way. */
const SAME_READING: ReadonlySet<string> = new Set(['duplicate-attribute', 'lookalike-sign', 'unclosed-tag']);

/** Marks of a block, each as `place what`. */
function marksOf({ tags, memos, escapes }: BlockTree): string[] {
  const marks = escapes.map((place) => `${place} escape`);
  for (const { start, closed, end } of memos) {
    marks.push(`${start} memo`);
    if (closed) marks.push(`${end - 3} memo ends`);
  }
  for (const { start, kind, head, bodyEnd, end } of tags) {
    marks.push(`${start} ${kind}`, `${head.colon} colon`);
    if (end > bodyEnd) marks.push(`${bodyEnd} ${kind} ends`);
    for (const { values, name, nameEnd } of head.attributes) {
      if (name !== '#') marks.push(`${nameEnd - name.length} name`);
      for (const value of values) {
        if (value.type === 'string') marks.push(`${value.start} string`);
        if (value.type === 'actor' || value.type === 'statement') {
          marks.push(`${value.end - value.id.length} ${value.type}`);
        }
      }
    }
    for (const actor of head.actors) marks.push(`${actor.end - actor.id.length} actor`);
  }
  return marks.sort();
}

const SIGNS: readonly (readonly [name: string, sign: string])[] = [
  ['constant.character.escape', 'escape'],
  ['punctuation.definition.comment.begin', 'memo'],
  ['punctuation.definition.comment.end', 'memo ends'],
  ['punctuation.definition.tag.colon', 'colon'],
  ['entity.other.attribute-name', 'name'],
  ['punctuation.definition.string.begin', 'string'],
  ['variable.other.actor', 'actor'],
  ['variable.other.statement', 'statement'],
];

/** The same, as the grammar has it. A blank line goes before the block, or it might be taken for a head. */
function tokensOf(text: string): string[] {
  const marks: string[] = [];
  for (const { offset, tokens } of tokenize(grammar, `\n${text}`)) {
    for (const token of tokens) {
      const place = offset + token.startIndex - 1;
      const names = namesOf(token);
      const last = names.at(-1) as string;
      const kind = names.at(-2)?.slice('meta.'.length) as string;
      if (last === 'punctuation.definition.tag.begin') marks.push(`${place} ${kind}`);
      else if (last === 'punctuation.definition.tag.end') marks.push(`${place} ${kind} ends`);
      // An escape inside a quoted value is part of the value.
      const sign =
        names.some((name) => name.startsWith('string.')) && last.startsWith('constant.')
          ? undefined
          : SIGNS.find(([name]) => name === last)?.[1];
      if (sign) marks.push(`${place} ${sign}`);
    }
  }
  return marks.sort();
}

/** Whether an attribute is cut short. In an unclosed tag that is not among the problems. */
function hasMalformed({ tags }: BlockTree): boolean {
  return tags.some(({ head }) => head.attributes.some(({ malformed }) => malformed));
}

/** Compares every block that both must read alike. @returns how many tags they had */
function compare(text: string): number {
  let count = 0;
  for (const { text: block, contentLength, tree } of new SourceDocument(text).blocks) {
    const content = block.slice(0, contentLength);
    if (!tree.problems.every(({ code }) => SAME_READING.has(code)) || hasMalformed(tree)) continue;
    count += tree.tags.length;
    expect(tokensOf(content), content).toEqual(marksOf(tree));
  }
  return count;
}

const id = fc.constantFrom('a', '盐-2021', 'тариф', '9_b', 'الصين', 'e\u0301t', 'claim', 'by');
const gap = fc.constantFrom(' ', '  ', '\n', '\t', '\r\n ', '\u00A0', '\u3000', ' \u200E');
const equals = fc.constantFrom('=', '=', '＝', '\u200F=');
const colon = fc.constantFrom(':', ': ', '：', ' : ', '\n:', ':  ');
const separator = fc.constantFrom(',', '，', '、', '، ', ', ', ',\n', ',\u200E');
const actor = fc.tuple(fc.constantFrom('@', '@', '＠'), id).map((parts) => parts.join(''));
const reference = fc.tuple(fc.constantFrom('#', '＃', '#doc/'), id).map((parts) => parts.join(''));
const quoted = fc.constantFrom('"x"', '"a b: c, d"', '"\\"x\\" \\{y\\}"', '"over\nlines"', '""', '"@a #b"');
const word = fc.constantFrom('support', 'x', '2021-12', 'force', 'a@b', '盐税', 'fact.', '1/2');

const signed = (value: fc.Arbitrary<string>) =>
  fc
    .tuple(fc.array(value, { minLength: 1, maxLength: 3 }), separator)
    .map(([values, comma]) => values.join(comma));
const attribute = fc
  .tuple(
    fc.constantFrom('by', 'to', 'supports', 'position', 'date', 'if', 'frame', 'byline', 'тема'),
    equals,
    fc.oneof(signed(actor), signed(reference), signed(quoted), word, fc.constant('a,b')),
  )
  .map((parts) => parts.join(''));
const ownId = id.map((name) => `#${name}`);
const statementHead = fc
  .tuple(
    fc.constantFrom('claim', 'demand'),
    fc.array(
      fc.tuple(gap, fc.oneof(attribute, ownId)).map((parts) => parts.join('')),
      { maxLength: 4 },
    ),
  )
  .map(([kind, rest]) => kind + rest.join(''));

const { body } = fc.letrec<{ body: string; tag: string }>((tie) => ({
  body: fc
    .array(
      fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constantFrom(
          'words ',
          '“quoted” ',
          '\\{sic\\} ',
          '盐 ',
          'by=@x: ',
          'a "b" ',
          '\nnext ',
          '\nclaim ',
          '\n@x: ',
          '\n+#a: ',
          '\\{claim ',
          '{>> a {note <<}',
        ),
        tie('tag'),
      ),
      { maxLength: 4 },
    )
    .map((parts) => parts.join('')),
  tag: fc
    .tuple(
      fc.oneof(
        statementHead,
        signed(actor),
        id.map((name) => `+#${name}`),
      ),
      colon,
      tie('body'),
    )
    .map(([head, sign, words]) => `{${head}${sign}${words}}`),
}));

test('sound documents read alike', () => {
  let tags = 0;
  fc.assert(
    fc.property(body, (text) => {
      tags += compare(`Words ${text}`);
    }),
    cases(500),
  );
  expect(tags).toBeGreaterThan(1_000);
});

test('so do the sound blocks of any text', () => {
  fc.assert(
    fc.property(soup, (text) => void compare(text)),
    cases(700),
  );
});
