/** Our own requests for tagging and for published texts, over the protocol. */
import { expect, test } from 'vitest';
import {
  CHOICES,
  type ChoicesResult,
  CONTINUABLE,
  CONTINUE_STATEMENT,
  EXPORT,
  EXPORT_FORMATS,
  type ExportResult,
  FIND_IN_TEXT,
  type FindInTextResult,
  NEW_DOCUMENT,
  type NewDocumentResult,
  PASTE,
  PUBLISHED_TEXT,
  TAG_SELECTION,
} from '../../server/src/lsp/requests/index.ts';
import { SourceDocument } from '../../server/src/syntax/document.ts';
import { strip } from '../../server/src/syntax/strip.ts';
import { TestClient } from '../kit/client.ts';
import { CODEBOOK } from '../kit/workspace.ts';

const URI = 'file:///w/main.demarche';
const OTHER = 'file:///w/other.demarche';
const BOOK = 'file:///w/demarche.yaml';
const TEXT = `---
title: Low water
---

{@norland: Arnby} asks. {claim #no by=@sudmark: Not this year}, says $Velm.
`;

async function opened(text = TEXT, codebook = CODEBOOK): Promise<TestClient> {
  const client = TestClient.inProcess();
  await client.initialize();
  await client.open(BOOK, codebook, 'yaml');
  await client.open(URI, text);
  return client;
}

const textDocument = { uri: URI };

test('a described statement: its id is the tab stop, and what is new goes to the codebook', async () => {
  const client = await opened();
  const tagging = await client.connection.sendRequest(TAG_SELECTION, {
    textDocument,
    range: client.rangeOf(URI, 'says $Velm'),
    kind: 'demand',
    attributes: [{ name: 'by', values: ['holm'] }],
    entries: [{ section: 'actors', id: 'holm', name: 'Per Holm', kind: 'person' }],
  });
  expect(tagging).toMatchObject({
    refusal: null,
    edits: [
      { newText: '{demand #${1:says-velm} by=@holm: ', snippet: true },
      { newText: '}', snippet: false },
    ],
    others: [{ uri: BOOK, edits: [{ snippet: false }] }],
  });
  expect(JSON.stringify(tagging)).toContain('holm: { name: Per Holm, kind: person }');
});

test('a selection is continued by the statement that was chosen', async () => {
  const client = await opened();
  const params = { textDocument, range: client.rangeOf(URI, 'says $Velm') };
  const [statement] = await client.connection.sendRequest<{ position: unknown }[]>(CONTINUABLE, params);
  expect(statement).toMatchObject({ id: 'no', kind: 'claim', words: 'Not this year', summary: 'Sudmark' });
  const answer = await client.connection.sendRequest(CONTINUE_STATEMENT, {
    ...params,
    statement: statement?.position,
  });
  expect(answer).toMatchObject({ edits: [{ newText: '{+#no: ' }, { newText: '}' }], others: [] });
});

test('the choices of a codebook of 5,000 actors come at once', async () => {
  const actors = Array.from(
    { length: 5_000 },
    (_, index) => `  a${index}: { name: Actor ${index}, aka: [No. ${index}] }\n`,
  );
  const client = await opened('---\ntitle: T\n---\n\nNo. 4711 said so.\n', `actors:\n${actors.join('')}`);
  const params = { textDocument, range: client.rangeOf(URI, 'No. 4711') };
  await client.connection.sendRequest(CHOICES, params);
  const start = performance.now();
  const choices = await client.connection.sendRequest<ChoicesResult>(CHOICES, params);
  // A fraction of this on a machine that does nothing else.
  expect(performance.now() - start).toBeLessThan(500);
  expect(choices.actors).toHaveLength(5_000);
  expect(choices.called).toEqual(['a4711']);
});

test('published words are found in this document first, then in the others', async () => {
  const client = await opened();
  await client.open(OTHER, 'Arnby {claim: as\nks} twice.');
  const { found, hasMore } = await client.connection.sendRequest<FindInTextResult>(FIND_IN_TEXT, {
    uri: OTHER,
    query: 'arnby as',
  });
  expect(hasMore).toBe(false);
  expect(found.map(({ uri, range }) => client.words(uri, range))).toEqual(['Arnby {claim: as', 'Arnby} as']);
  const many = await client.connection.sendRequest<FindInTextResult>(FIND_IN_TEXT, { uri: null, query: 'a' });
  expect(many.found.map(({ uri }) => uri).slice(0, 1)).toEqual([URI]);
});

test('a new document: nothing of the text is lost, the cursor at its first paragraph', async () => {
  const client = await opened();
  const text = '\uFEFF# Low {water}\r\n\r\nWords\u00A0\\{ here\u200B.\r\n\r\n\r\nEnd';
  const made = await client.connection.sendRequest<NewDocumentResult>(NEW_DOCUMENT, {
    text,
    title: 'Low: water',
    author: ['Per Holm', ''],
    date: '',
  });
  expect(strip(new SourceDocument(made.text))).toBe(text);
  expect(made.text.slice(made.cursor)).toMatch(/^Words/);
  expect(made.text).toMatch(
    /^\uFEFF---\r\ntitle: "?Low: water"?\r\nauthor: Per Holm\r\nsource-hash: "?[0-9a-f]{64}"?\r\n---\r\n\r\n# Low/,
  );
  await client.open(OTHER, made.text);
  const findings = await client.pull(OTHER);
  expect(findings.filter(({ code }) => code === 'text-changed' || code === 'invalid-yaml')).toEqual([]);
});

test('published text of ranges and of the whole, and the formats of exports', async () => {
  const client = await opened();
  const ask = (ranges?: unknown) => client.connection.sendRequest(PUBLISHED_TEXT, { textDocument, ranges });
  expect(await ask()).toEqual({ texts: ['Arnby asks. Not this year, says $Velm.\n'] });
  expect(await ask([client.rangeOf(URI, 'by} asks. {claim #no by=@sudmark: Not')])).toEqual({
    texts: ['by asks. Not'],
  });
  const formats = await client.connection.sendRequest<{ id: string }[]>(EXPORT_FORMATS);
  for (const { id } of formats) {
    const { files } = await client.connection.sendRequest<ExportResult>(EXPORT, { textDocument, format: id });
    expect(files.length, id).toBeGreaterThan(0);
    for (const file of files) {
      const start = 'text' in file ? file.text : Buffer.from(file.base64, 'base64').toString('latin1');
      if (file.name.startsWith('main')) expect(start, id).toMatch(id === 'qdpx' ? /^PK/ : /Not this year/);
    }
  }
  const csv = await client.connection.sendRequest<ExportResult>(EXPORT, { textDocument, format: 'csv' });
  expect(csv.losses).toContain('1 mention');
  expect(await client.connection.sendRequest(EXPORT, { textDocument, format: 'none' })).toBeNull();
});

test('a paste that clashes is answered with free ids', async () => {
  const client = await opened();
  const end = client.rangeOf(URI, 'says').start;
  const paste = (text: string) =>
    client.connection.sendRequest(PASTE, { textDocument, ranges: [{ start: end, end }], text });
  expect(await paste('{claim #no: x} {+#no: y}')).toEqual({ text: '{claim #no-2: x} {+#no-2: y}' });
  expect(await paste('{claim #yes: x}')).toBeNull();
});
