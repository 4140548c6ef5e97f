import { once } from 'node:events';
import fs from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { CODEBOOK, SOUND, TestFolder } from './kit.ts';

const FILES = { 'demarche.yaml': CODEBOOK, 'a.demarche': SOUND, 'sub/b.demarche': SOUND };

test('json is the object for one file, an array for more', async () => {
  const folder = new TestFolder(FILES);
  const one = JSON.parse((await folder.run(['export', '--to', 'json', 'a.demarche'])).out);
  expect(one).toMatchObject({
    path: 'a.demarche',
    document: { id: 'a', title: 'Halfway' },
    statements: [{ id: 'halt', by: ['russia'] }],
  });
  const two = JSON.parse((await folder.run(['export', '--to', 'json', 'sub/b.demarche', 'a.demarche'])).out);
  expect(two.map(({ path }: { path: string }) => path)).toEqual(['sub/b.demarche', 'a.demarche']);
  expect(two[1]).toEqual(one);
  const inFolder = JSON.parse((await folder.run(['export', '--to', 'json', 'sub'])).out);
  expect(inFolder).toHaveLength(1);
});

test('ndjson is an object a line, in the order of the paths', async () => {
  const folder = new TestFolder(FILES);
  const { code, out } = await folder.run(['export', '--to', 'ndjson']);
  expect(code).toBe(0);
  expect(
    out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).path),
  ).toEqual(['a.demarche', 'sub/b.demarche']);
});

test('a file that can’t be read is named, and the others are written', async () => {
  const folder = new TestFolder(FILES);
  const { code, out, err } = await folder.run(['export', '--to', 'json', 'gone.demarche', 'a.demarche']);
  expect(JSON.parse(out)).toHaveLength(1);
  expect({ code, err }).toEqual({ code: 2, err: 'demarche: gone.demarche: not found\n' });
  expect(await folder.run(['export', '--to', 'json', 'gone.demarche'])).toMatchObject({
    code: 2,
    out: '[]\n',
  });
});

test('--to has to be given, and has to be known', async () => {
  const folder = new TestFolder(FILES);
  expect(await folder.run(['export'])).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining('--to'),
  });
  expect(await folder.run(['export', '--to', 'yaml'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('ndjson'),
  });
});

test('-o replaces a file whole, through a link, and makes its folder', async () => {
  const folder = new TestFolder({ ...FILES, 'old.ndjson': 'old' });
  folder.link('link.ndjson', 'old.ndjson');
  expect(await folder.run(['export', '--to', 'ndjson', '-o', 'link.ndjson'])).toMatchObject({
    code: 0,
    out: '',
  });
  expect(folder.read('old.ndjson').split('\n')).toHaveLength(3);
  expect(fs.lstatSync(folder.path('link.ndjson')).isSymbolicLink()).toBe(true);
  await folder.run(['export', '--to', 'json', '-o', 'new/folder/out.json', 'a.demarche']);
  expect(JSON.parse(folder.read('new/folder/out.json')).path).toBe('a.demarche');
  expect(await folder.run(['export', '--to', 'json', '-o', 'sub'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('sub: is a folder'),
  });
  expect(await folder.run(['export', '--to', 'json', '-o', '/dev/null'])).toMatchObject({ code: 0, out: '' });
  expect(fs.statSync('/dev/null').isCharacterDevice()).toBe(true);
});

test('interrupted, the file that was there is whole and nothing stays beside it', async () => {
  const folder = new TestFolder({ 'out/all.json': 'old' });
  const paragraph = '{claim by=@author: Words that say something.} {@author: He} says so.\n\n';
  for (let i = 0; i < 40; i++)
    folder.write(`in/${i}.demarche`, `---\ntitle: x\n---\n\n${paragraph.repeat(400)}`);
  const child = folder.start(['export', '--to', 'json', 'in', '-o', 'out/all.json']);
  const ended = once(child, 'close');
  const deadline = Date.now() + 20_000;
  while (fs.readdirSync(folder.path('out')).length < 2 && Date.now() < deadline) await delay(2);
  expect(fs.readdirSync(folder.path('out'))).toHaveLength(2);
  child.kill('SIGTERM');
  expect(await ended).toEqual([null, 'SIGTERM']);
  expect(fs.readdirSync(folder.path('out'))).toEqual(['all.json']);
  expect(folder.read('out/all.json')).toBe('old');
});

test('a text of a format goes to standard output, and what it leaves out is told once', async () => {
  const folder = new TestFolder(FILES);
  const { code, out, err } = await folder.run(['export', '--to', 'csv', 'a.demarche']);
  expect(code).toBe(0);
  expect(out.split('\r\n')[1]).toMatch(/^a,halt,demand,russia,us,/);
  expect(err).toMatch(/^demarche: csv leaves out .*1 mention.*\n$/);
  expect(err).not.toContain('memo');
});

test('a format with a file for each document needs a folder for several, laid out as they are', async () => {
  const folder = new TestFolder(FILES);
  expect(await folder.run(['export', '--to', 'html'])).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining('name a folder with -o'),
  });
  expect((await folder.run(['export', '--to', 'html', '-o', 'pages'])).code).toBe(0);
  expect((await folder.run(['export', '--to', 'brat', '-o', 'brat', 'a.demarche'])).code).toBe(0);
  expect(folder.names().filter((name) => /^(pages|brat)/.test(name))).toEqual([
    'brat/a.ann',
    'brat/a.txt',
    'brat/annotation.conf',
    'pages/a.html',
    'pages/sub/b.html',
  ]);
});

test('what is no text is written to a file only', async () => {
  const folder = new TestFolder(FILES);
  for (const args of [[], ['-o', '-']])
    expect(await folder.run(['export', '--to', 'qdpx', ...args])).toMatchObject({ code: 2, out: '' });
  expect((await folder.run(['export', '--to', 'qdpx', '-o', 'all.qdpx'])).code).toBe(0);
  const back = await folder.run(['import', '--from', 'qdpx', 'all.qdpx', '-o', 'back/']);
  expect(back).toMatchObject({ code: 0, err: '' });
  expect((await folder.run(['strip', 'back/a.demarche'])).out).toBe(
    (await folder.run(['strip', 'a.demarche'])).out,
  );
});

test('help lists every format', async () => {
  const { out } = await new TestFolder().run(['export', '--help']);
  for (const name of ['ndjson', 'webannotation', 'qdpx', 'tei'])
    expect(out).toMatch(new RegExp(`^  ${name} +\\S`, 'm'));
});
