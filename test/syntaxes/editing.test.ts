/** The language configuration and the snippets, as far as they can be wrong without an editor. */
import { expect, test } from 'vitest';
import { SourceDocument } from '../../server/src/syntax/document.ts';
import languageConfiguration from '../../syntaxes/language-configuration.json' with { type: 'json' };
import snippets from '../../syntaxes/snippets.json' with { type: 'json' };

const { pattern, flags } = languageConfiguration.wordPattern;

test.each([
  ['{claim #盐-2021 by=@俄罗斯', ['claim', '盐-2021', 'by', '俄罗斯']],
  ['supports=#doc-1/no-room,#b', ['supports', 'doc-1', 'no-room', 'b']],
  ['{@e\u0301tat: l’État}', ['e\u0301tat', 'l', 'État']],
  ['{@الصين: بكين}', ['الصين', 'بكين']],
  ['“half-way”, 2021', ['half-way', '2021']],
])('words of %s', (text, words) => {
  expect(text.match(new RegExp(pattern, `g${flags}`))).toEqual(words);
});

/** A snippet as it stands when every tab stop is left as it is, and every choice at its first. */
function expand(body: string | readonly string[]): string {
  let text = typeof body === 'string' ? body : body.join('\n');
  const innermost = /\$\{(?:\d+\|([^,|]*)[^|]*\||(?:\d+|[A-Z_]+):([^${}]*)|[A-Z_]+)\}|\$\d/g;
  for (let last = ''; last !== text; ) {
    last = text;
    text = text.replace(innermost, (_, choice?: string, fallback?: string) => choice ?? fallback ?? '2021');
  }
  return text;
}

test.each(Object.entries(snippets))('the snippet %s leaves no mistake', (_, { body }) => {
  const text = expand(body);
  expect(text).not.toContain('$');
  const document = new SourceDocument(text);
  const trees = document.blocks.map(({ tree }) => tree);
  expect(trees.flatMap(({ problems }) => problems)).toEqual([]);
  const marks = trees.flatMap(({ tags, memos }) => [...tags, ...memos]).length;
  expect(marks + (document.preamble.head?.closed ? 1 : 0)).toBe(1);
});
