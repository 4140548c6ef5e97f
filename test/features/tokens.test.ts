import { expect, test } from 'vitest';
import { foldsOf } from '../../server/src/features/folding.ts';
import { adjacentStatement, countsOf } from '../../server/src/features/navigation.ts';
import { tokensIn } from '../../server/src/features/semanticTokens.ts';
import { finish } from '../../server/src/model/pieces.ts';
import { openWorkspace } from '../kit/workspace.ts';

function tokens(marked: string): string[] {
  const { workspace, document, show } = openWorkspace(marked);
  return [...tokensIn(workspace, document)].map(
    (token) => `${token.type}${token.modifier ? `.${token.modifier}` : ''} ${show(token)}`,
  );
}

test('semantic tokens: the parts of heads, the unknown ones marked', () => {
  expect(
    tokens(
      '{@norland,@nobody: Arnby} {demand #a by=@lind topic=dam,fish type=fact supports=#a,#b: x {>> m <<}} {+#a: y}',
    ),
  ).toMatchInlineSnapshot(`
    [
      "actor @norland",
      "actor.undefined @nobody",
      "demand demand",
      "statement.definition #a",
      "attribute by",
      "actor @lind",
      "attribute topic",
      "topic dam",
      "topic.undefined fish",
      "attribute type",
      "value fact",
      "attribute supports",
      "statement #a",
      "statement.undefined #b",
      "memo {>> m <<}",
      "continuation +",
      "statement #a",
    ]
  `);
  expect(tokens('{clam #a by=@lind: x}')).toMatchInlineSnapshot(`
    [
      "claim.undefined clam",
      "statement.definition #a",
      "attribute by",
      "actor @lind",
    ]
  `);
});

test('folds: head, sections, paragraphs, memos', () => {
  const { document, show } = openWorkspace(
    '---\ntitle: x\n---\n\n# A\n\ntext\nmore\n\n## B\n\nb {>> one\ntwo <<}\n\n# C\n\nc\n',
  );
  expect(
    finish(foldsOf(document)).map((fold) => `${fold.kind} ${JSON.stringify(show(fold))}`),
  ).toMatchInlineSnapshot(`
    [
      "head "---\\ntitle: x\\n---"",
      "section "# A\\n\\ntext\\nmore\\n\\n## B\\n\\nb {>> one\\ntwo <<}"",
      "paragraph "text\\nmore"",
      "section "## B\\n\\nb {>> one\\ntwo <<}"",
      "paragraph "b {>> one\\ntwo <<}"",
      "memo "{>> one\\ntwo <<}"",
      "section "# C\\n\\nc"",
      "paragraph "c"",
    ]
  `);
});

test('from statement to statement, both ways, nested ones too', () => {
  const text = '{claim: one}. {@norland: N} said {demand: two {claim: three}}.\n\n# H\n\n{claim: four}.';
  const { document, show } = openWorkspace(text);
  const visited: string[] = [];
  let place = adjacentStatement(document, 0, 'next');
  for (; place; place = adjacentStatement(document, place.wordsStart, 'next')) {
    visited.push(show({ start: place.wordsStart, end: place.wordsEnd }));
  }
  expect(visited).toEqual(['one', 'two {claim: three}', 'three', 'four']);
  const back: string[] = [];
  place = adjacentStatement(document, text.length, 'previous');
  for (; place; place = adjacentStatement(document, place.wordsStart, 'previous')) {
    back.push(show({ start: place.wordsStart, end: place.wordsEnd }));
  }
  expect(back).toEqual([...visited].reverse());
});

test('counts', () => {
  const { document } = openWorkspace(
    '{claim by=@lind: {@norland: a}} {demand to=@norland: b} {clam #x: c} {@norland: d}',
  );
  expect(countsOf(document)).toEqual({ claims: 1, demands: 1, mentions: 2, actors: 2 });
});
