/** What formats write, opened by readers that others wrote. */
import { Buffer } from 'node:buffer';
import { createRequire } from 'node:module';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { codePointPlaces } from '../../server/src/formats/codePoints.ts';
import { writeHtml } from '../../server/src/formats/html/page.ts';
import { ANNO } from './annotationContext.ts';
import { parseArgdown } from './argdownReader.ts';
import { bratDocument } from './bratRules.ts';
import { CODEBOOK, described, exported, exportedText, RICH } from './kit.ts';

/** It brings no types. */
const jsonld = createRequire(import.meta.url)('jsonld');

const { meaning } = described(RICH);
const places = codePointPlaces(meaning.document.text);
const words = (start: number, end: number) => meaning.document.text.slice(places(start), places(end));

async function xmlErrors(xml: string): Promise<readonly unknown[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'file.xml', contents: xml }],
    normalization: 'format',
  });
  return errors;
}

test('Web Annotation: JSON-LD that expands, and every selector resolves to its words', async () => {
  const page = JSON.parse(exportedText('webannotation', RICH));
  const [expanded] = (await jsonld.expand(page, {
    base: 'file:///texts/main.jsonld',
    documentLoader: async (url: string) => {
      expect(url).toBe('http://www.w3.org/ns/anno.jsonld');
      return { contextUrl: undefined, documentUrl: url, document: ANNO };
    },
  })) as Record<string, { '@list': Record<string, unknown>[] }[]>[];
  const items = expanded?.['https://www.w3.org/ns/activitystreams#items']?.[0]?.['@list'] ?? [];
  expect(items).toHaveLength(page.items.length);
  const oa = 'http://www.w3.org/ns/oa#';
  const motivations = items.map((each) => (each[`${oa}motivatedBy`] as { '@id': string }[])[0]?.['@id']);
  expect(new Set(motivations)).toEqual(
    new Set(['describing', 'classifying', 'identifying', 'linking'].map((name) => oa + name)),
  );
  let count = 0;
  for (const { target } of page.items) {
    for (const { selector } of [target].flat()) {
      if (selector === undefined) continue;
      const [quote, position] = selector;
      expect(words(position.start, position.end)).toBe(quote.exact);
      expect(meaning.document.text).toContain(quote.prefix + quote.exact + quote.suffix);
      count++;
    }
  }
  const spans = [...meaning.statements.flatMap(({ spans }) => spans), ...meaning.mentions];
  expect(count).toBe(spans.length);
});

test('brat: every line keeps to the rules of its parser, the words are at their places', () => {
  const files = new Map(
    exported('brat', [described(RICH)]).map(({ name, content }) => [name, String(content)]),
  );
  const document = bratDocument(
    files.get('main.ann') ?? '',
    files.get('main.txt') ?? '',
    files.get('annotation.conf') ?? '',
  );
  expect(document.problems).toEqual([]);
  expect(document.events).toBe(meaning.statements.length);
  expect(document.relations).toEqual([
    'Supports no cold', 'Answers no halt', 'Rephrases maybe no',
  ]); // biome-ignore format: a list
});

test('REFI-QDA: sound XML in the schema’s order, every reference leads somewhere, GUIDs stay', async () => {
  const [file] = exported('qdpx', [described(RICH)]);
  const files = unzipSync(file?.content as Uint8Array);
  const qde = Buffer.from(files['project.qde'] ?? []).toString();
  expect(await xmlErrors(qde)).toEqual([]);
  const order = ['Users', 'CodeBook', 'Variables', 'Cases', 'Sources', 'Notes', 'Links'];
  const children = Array.from(qde.matchAll(/^<(\w+)>$/gm), ([, name]) => name).filter((name) =>
    order.includes(name ?? ''),
  );
  expect(children).toEqual(order);
  const guids = Array.from(qde.matchAll(/ guid="([^"]+)"/g), ([, guid]) => guid);
  expect(new Set(guids).size).toBe(guids.length);
  for (const guid of guids) expect(guid).toMatch(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/);
  const references = Array.from(
    qde.matchAll(/ (?:targetGUID|originGUID|creatingUser)="([^"]+)"/g),
    ([, guid]) => guid,
  );
  expect(references.filter((guid) => !guids.includes(guid))).toEqual([]);
  const [, path] = /plainTextPath="internal:\/\/([^"]+)"/.exec(qde) ?? [];
  expect(Buffer.from(files[`sources/${path}`] ?? []).toString()).toBe(meaning.document.text);
  const { length } = Array.from(meaning.document.text);
  for (const [, start, end] of qde.matchAll(/startPosition="(\d+)" endPosition="(\d+)"/g)) {
    expect(Number(start)).toBeLessThan(Number(end));
    expect(Number(end)).toBeLessThanOrEqual(length);
  }
  const again = exported('qdpx', [described(RICH.replace('{claim #no', '{claim #no form=protest'))]);
  const other = Buffer.from(unzipSync(again[0]?.content as Uint8Array)['project.qde'] ?? []).toString();
  const lost = guids.filter((guid) => !other.includes(guid ?? ''));
  expect(lost).toEqual([]);
});

test('AIF: nodes and edges keep to its grammar', () => {
  const { AIF } = JSON.parse(exportedText('aif', RICH));
  const types = new Map(
    AIF.nodes.map(({ nodeID, type }: { nodeID: string; type: string }) => [nodeID, type]),
  );
  const into = new Map<string, string[]>();
  const outOf = new Map<string, string[]>();
  const add = (map: Map<string, string[]>, key: string, value: string) =>
    map.set(key, [...(map.get(key) ?? []), value]);
  for (const { fromID, toID } of AIF.edges) {
    add(outOf, fromID, String(types.get(toID)));
    add(into, toID, String(types.get(fromID)));
  }
  const allowed: Record<string, [string, string]> = {
    YA: ['L', 'I'],
    RA: ['I', 'I'],
    CA: ['I', 'I'],
    MA: ['I', 'I'],
    TA: ['L', 'L'],
  };
  for (const [id, type] of types) {
    const ends = allowed[type as string];
    if (ends) expect([into.get(id as string), outOf.get(id as string)]).toEqual([[ends[0]], [ends[1]]]);
  }
  const locutions = AIF.nodes.filter(({ type }: { type: string }) => type === 'L');
  expect(AIF.locutions.map(({ nodeID }: { nodeID: string }) => nodeID)).toEqual(
    locutions.map(({ nodeID }: { nodeID: string }) => nodeID),
  );
  const people = new Set(
    AIF.participants.map(({ participantID }: { participantID: string }) => participantID),
  );
  for (const { personID } of AIF.locutions) expect(people).toContain(personID);
  expect(
    [...types.values()].filter((type) => type === 'RA' || type === 'MA' || type === 'TA').sort(),
  ).toEqual(['MA', 'RA', 'TA']);
});

test('Argdown: no error, the same words and relations', () => {
  const { errors, statements, relations } = parseArgdown(exportedText('argdown', RICH));
  expect(errors).toEqual([]);
  expect(relations).toEqual(['no support cold']);
  for (const { id, spans } of meaning.statements) {
    const plain = (text: string) => text.replace(/\s+/g, '');
    expect(plain((statements.get(id) ?? '').replace(/ #\([^)]*\)/g, ''))).toBe(
      plain(spans.map(({ text }) => text).join('…')),
    );
  }
});

test('TEI: sound XML whose pointers lead somewhere, and whose words are the text’s', async () => {
  const tei = exportedText('tei', RICH);
  expect(await xmlErrors(tei)).toEqual([]);
  const ids = Array.from(tei.matchAll(/ xml:id="([^"]+)"/g), ([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[A-Za-z_][\w.-]*$/);
  const pointers = Array.from(
    tei.matchAll(/ (?:who|toWhom|ref|ana|next|prev|target)="([^"]+)"/g),
    ([, list]) => (list ?? '').split(' '),
  ).flat();
  const dangling = pointers.filter((pointer) => !ids.includes(pointer.slice(1)));
  expect(dangling).toEqual([]);
  const body = /<body>([^]*)<\/body>/.exec(tei)?.[1] ?? '';
  const read = body
    .replace(/<note[^]*?<\/note>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
  const plain = (text: string) => text.replace(/\s+/g, '');
  expect(plain(read)).toBe(plain(meaning.document.text.replace(/^#+ /gm, '')));
});

test('HTML: nothing of a document runs, whatever it holds', () => {
  const bad = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
  const text = `---\ntitle: '${bad}'\nauthor: '${bad}'\nsource: 'javascript:alert(1)'\n---\n\n# <style>*{}</style>\n\n{claim #a by=@x place="${bad.replace(/"/g, '\\"')}": ${bad.replace(/[{}]/g, '')} {>> ${bad} <<}}\n`;
  const codebook = `actors:\n  x: { name: '${bad}', aka: ['${bad}'] }\n`;
  const html = writeHtml(described(text, codebook));
  const allowed =
    /^<\/?(?:!DOCTYPE|html|head|meta|title|style|body|header|main|h[1-6]|p|span|sup|small|br|section|table|thead|tbody|tr|th|td|a|ul|li|b)\b[^<>]*>$/;
  const tags = html.replace(/<style>[^]*?<\/style>/, '').match(/<[^>]*>/g) ?? [];
  expect(
    tags.filter((tag) => !allowed.test(tag) || /\son\w+=|javascript:/i.test(tag.replace(/"[^"]*"/g, '""'))),
  ).toEqual([]);
  expect(html.match(/<style>/g)).toHaveLength(1);
  expect(html).toMatch(/Content-Security-Policy" content="default-src 'none'; style-src 'sha256-/);
});

test('CSV: cells that a spreadsheet would run are defused', () => {
  const csv = exportedText(
    'csv',
    '{claim place="=1+1": -2+3 {>> @SUM(A1) <<}} {claim: +7} {claim: plain}',
    CODEBOOK,
  );
  expect(csv).toContain(",'=1+1,");
  expect(csv).toContain("'-2+3");
  expect(csv).toContain("'@SUM(A1)");
  expect(csv).toContain("'+7");
  expect(csv).not.toContain("'plain");
});
