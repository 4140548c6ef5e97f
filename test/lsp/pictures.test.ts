import { beforeEach, describe, expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import {
  LEDGER,
  type LedgerResult,
  PICTURE,
  PICTURE_FILE,
  type PictureFileResult,
  type PictureResult,
} from '../../server/src/lsp/requests/index.ts';
import { TestClient } from '../kit/client.ts';
import { MemoryFiles } from '../kit/memoryFiles.ts';
import { CODEBOOK } from '../kit/workspace.ts';
import { generatedText } from '../pictures/kit.ts';

const MAIN = `---
title: The dam
---

{demand #stop by=@sudmark to=@norland topic=dam position=oppose: Stop {@norland: Norland}}
{claim #no by=@norland answers=#stop response=reject topic=dam position=support: No}
`;
const FILTER = { actors: [], topics: [], kinds: [] };
const uri = 'file:///w/main.demarche';

describe('pictures', () => {
  let client: TestClient;
  beforeEach(async () => {
    client = TestClient.inProcess(
      new MemoryFiles({
        'file:///w/demarche.yaml': CODEBOOK,
        'file:///w/other.demarche': '{claim #far by=@league supports=#main/no: far}',
      }),
    );
    await client.initialize(undefined, ['file:///w']);
    await client.open(uri, MAIN);
  });

  const picture = (kind: 'argument' | 'network', scope: string | null = uri, filter = FILTER) =>
    client.connection.sendRequest<PictureResult | null>(PICTURE, { kind, scope: { uri: scope }, filter });

  test('a statement in the picture leads to its place in the text', async () => {
    const result = await picture('argument');
    const place = result?.items.find(({ key }) => key === 'main/no')?.places[0];
    expect(place?.uri).toBe(uri);
    expect(place && client.words(uri, place.range)).toMatch(/^\{claim #no[^]*: No\}$/);
    expect(place && client.words(uri, place.words)).toBe('No');
    expect(result?.svg).toContain('data-key="main/no"');
    expect(result?.style).toContain('--vscode-editor-background');
    expect(result?.choices.actors.map(({ name, count }) => [name, count])).toEqual([
      ['Norland', 2],
      ['Sudmark', 1],
    ]);
  });

  test('the workspace has all documents, those that are closed as well', async () => {
    const result = await picture('argument', null);
    expect(result?.items.map(({ key }) => key).sort()).toEqual(['main/no', 'main/stop', 'other/far']);
    expect(result?.items.find(({ key }) => key === 'other/far')?.places[0]?.uri).toBe(
      'file:///w/other.demarche',
    );
  });

  test('the picture is that of the text as it is now, and as it is filtered', async () => {
    await client.replace(uri, '{claim #no', '{claim #never');
    expect((await picture('argument'))?.items.map(({ key }) => key)).toEqual(['main/stop', 'main/never']);
    const filtered = await picture('argument', uri, { ...FILTER, kinds: ['demand'] as never });
    expect(filtered?.items.map(({ key }) => key)).toEqual(['main/stop']);
    expect(filtered?.choices.actors).toHaveLength(2);
  });

  test('of a picture that the client has, only what differs is told', async () => {
    const big = 'file:///w/big.demarche';
    await client.open(big, generatedText(100));
    const ask = (known: string | null) =>
      client.connection.sendRequest<PictureResult>(PICTURE, {
        kind: 'argument',
        scope: { uri: big },
        filter: FILTER,
        known,
      });
    const whole = await ask(null);
    expect(whole.replaces).toBeNull();
    expect(await ask(whole.state)).toMatchObject({ state: whole.state, svg: '' });
    for (const [was, is] of [
      ['Part 3', 'Mart 3'],
      ['Mart 3', '\u{20000} 3'],
      ['\u{20000} 3', '\u{20001} 3'],
    ] as const) {
      const before = await ask(null);
      await client.replace(big, was, is);
      const { state, svg, replaces } = await ask(before.state);
      expect(state).not.toBe(before.state);
      expect(svg.length).toBeLessThan(before.svg.length / 3);
      const { start, end } = replaces as NonNullable<typeof replaces>;
      const put = before.svg.slice(0, start) + svg + before.svg.slice(end);
      expect(put).toBe((await ask(null)).svg);
    }
    expect(await ask('of another server')).toMatchObject({ replaces: null });
  });

  test('an edit that comes in while a big picture is made is in it', async () => {
    const big = 'file:///w/big.demarche';
    await client.open(big, generatedText(400));
    const drawing = picture('argument', big);
    await client.replace(big, '#s0 ', '#renamed ');
    const keys = (await drawing)?.items.map(({ key }) => key);
    expect(keys).toContain('big/renamed');
    expect(keys).not.toContain('big/s0');
  });

  test('a request that is cancelled ends', async () => {
    const big = 'file:///w/big.demarche';
    await client.open(big, generatedText(400));
    const cancelling = new CancellationTokenSource();
    const params = { kind: 'argument', scope: { uri: big }, filter: FILTER };
    const drawing = client.connection.sendRequest(PICTURE, params, cancelling.token);
    cancelling.cancel();
    await expect(drawing).rejects.toThrow('cancelled');
    expect(await picture('argument', big)).not.toBeNull();
  });

  test('ties of the network stand for their statements', async () => {
    const result = await picture('network');
    const tie = result?.items.find(({ key }) => key.includes('"demand"'));
    expect(tie?.places.map(({ words }) => client.words(uri, words))).toEqual(['Stop {@norland: Norland}']);
  });

  test('the ledger has demands with their replies', async () => {
    const result = await client.connection.sendRequest<LedgerResult | null>(LEDGER, {
      scope: { uri },
      filter: FILTER,
    });
    expect(result?.rows).toMatchObject([
      {
        demand: '#stop',
        words: 'Stop Norland',
        document: 'The dam',
        addressee: { id: 'norland', name: 'Norland' },
        state: 'reject',
        replies: [{ by: [{ name: 'Norland' }], response: 'reject', words: 'No' }],
      },
    ]);
    const reply = result?.rows[0]?.replies[0]?.place;
    expect(reply && client.words(uri, reply.words)).toBe('No');
  });

  test('a picture is saved as a file that stands for itself', async () => {
    const file = (kind: string, format: string) =>
      client.connection.sendRequest<PictureFileResult | null>(PICTURE_FILE, {
        kind,
        format,
        scope: { uri },
        filter: FILTER,
        theme: 'dark',
      });
    const svg = await file('argument', 'svg');
    expect(svg?.name).toBe('main-argument.svg');
    expect(svg?.text).toContain('<style>');
    expect(svg?.text).not.toContain('var(');
    expect(svg?.size?.width).toBeGreaterThan(400);
    expect((await file('demands', 'html'))?.text).toContain('<!DOCTYPE html>');
    await expect(file('demands', 'svg')).rejects.toThrow('a page');
  });

  test('a document that nobody knows has none', async () => {
    expect(await picture('argument', 'file:///w/gone.demarche')).toBeNull();
  });
});
