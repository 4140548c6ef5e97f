import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MarkedText } from '../../client/src/marks/markedText.ts';
import { MARKS, type MarksResult } from '../../server/src/lsp/requests/index.ts';
import { applyEdits } from '../../server/src/rules/edits.ts';
import { edit, soup } from '../kit/arbitraries.ts';
import { cases } from '../kit/cases.ts';
import { TestClient } from '../kit/client.ts';

const URI = 'file:///w/main.demarche';

async function openClient(text: string): Promise<TestClient> {
  const client = TestClient.inProcess();
  await client.initialize();
  await client.open(URI, text);
  return client;
}

const ask = (client: TestClient, previous: number | null, uri = URI) =>
  client.connection.sendRequest<MarksResult | null>(MARKS, { textDocument: { uri }, previous });

/** All that is known of the marks of a text. */
function all(marks: MarkedText) {
  return [[...marks.tags()], [...marks.memos()], [...marks.escapes()], marks.length, marks.publishedLength];
}

test('edit by edit, the marks are those of the whole text', () =>
  fc.assert(
    fc.asyncProperty(soup, fc.array(edit, { maxLength: 6 }), async (first, edits) => {
      let text = first;
      const client = await openClient(text);
      const marks = new MarkedText();
      marks.apply((await ask(client, null)) as MarksResult);
      for (const { from, length, inserted } of edits) {
        const start = Math.round(from * text.length);
        text = applyEdits(text, [{ start, end: Math.min(text.length, start + length), text: inserted }]);
        await client.replaceAll(URI, text);
        const answer = (await ask(client, marks.id)) as MarksResult;
        marks.apply(answer);
        const fresh = new MarkedText();
        fresh.apply((await ask(client, null)) as MarksResult);
        expect(all(marks)).toEqual(all(fresh));
        // What was asked last is what is built upon.
        marks.apply((await ask(client, null)) as MarksResult);
      }
    }),
    cases(40),
  ));

test('an edit sends the blocks that it touches', async () => {
  const client = await openClient('One {claim: a}.\n\nTwo {claim: b}.\n\nThree {claim: c}.\n');
  const first = (await ask(client, null)) as MarksResult;
  expect(first).toMatchObject({ base: null, version: 1 });
  expect(first.blocks).toHaveLength(4);
  await client.replace(URI, 'Two', 'Twenty');
  const second = (await ask(client, first.id)) as MarksResult;
  expect(second).toMatchObject({ base: first.id, version: 2, index: 2, removed: 1 });
  expect(second.blocks).toHaveLength(1);
  expect(await ask(client, second.id)).toMatchObject({ base: second.id, removed: 0, blocks: [] });
});

test('a head that changes is sent too', async () => {
  const client = await openClient('---\ntitle: x\n---\n\n{claim: a}.\n');
  const first = (await ask(client, null)) as MarksResult;
  await client.replace(URI, 'title: x', 'title: longer');
  const second = (await ask(client, first.id)) as MarksResult;
  expect(second).toMatchObject({ index: 0 });
  const marks = new MarkedText();
  marks.apply(first);
  marks.apply(second);
  expect(marks.published('---\ntitle: longer\n---\n\n{claim: a}.\n')).toBe('a.\n');
});

test('a continuation changes its kind with a statement elsewhere', async () => {
  const client = await openClient('{claim #a: x}.\n\nBetween.\n\n{+#a: y}.\n');
  const marks = new MarkedText();
  marks.apply((await ask(client, null)) as MarksResult);
  const kinds = () => [...marks.tags()].map(({ kind, continues }) => [kind, continues]);
  expect(kinds()).toEqual([
    [0, false],
    [0, true],
  ]);
  await client.replace(URI, 'claim', 'demand');
  marks.apply((await ask(client, marks.id)) as MarksResult);
  expect(kinds()).toEqual([
    [1, false],
    [1, true],
  ]);
  await client.replace(URI, '#a', '#b');
  marks.apply((await ask(client, marks.id)) as MarksResult);
  expect(kinds()).toEqual([
    [1, false],
    [3, true],
  ]);
});

test('whoever names an answer that the server does not know is sent all', async () => {
  const client = await openClient('{claim: a}\n\nb');
  expect(await ask(client, 77)).toMatchObject({ base: null, index: 0 });
  expect(await ask(client, null, 'file:///w/other.demarche')).toBeNull();
});

test('marks that follow others than those at hand are refused', async () => {
  const client = await openClient('{claim: a}');
  const first = (await ask(client, null)) as MarksResult;
  await client.replace(URI, 'a', 'b');
  const second = (await ask(client, first.id)) as MarksResult;
  expect(() => new MarkedText().apply(second)).toThrow();
});
