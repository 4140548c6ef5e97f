import { expect, test } from 'vitest';
import { CODEBOOK, TestFolder } from './kit.ts';

const TEXT = '# What {Moscow} wants\r\n\r\nMoscow, not Moscowia, \\{speaks\\}.\r\n';

test('a document of a text, on standard output or in a file', async () => {
  const folder = new TestFolder({ 'a.md': TEXT });
  const { code, out, err } = await folder.run(['tag', 'a.md']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toBe(
    '---\r\ntitle: What {Moscow} wants\r\n---\r\n\r\n# What \\{Moscow\\} wants\r\n\r\nMoscow, not Moscowia, \\\\\\{speaks\\\\\\}.\r\n',
  );
  expect((await folder.run(['tag'], { input: TEXT })).out).toBe(out);
  expect(await folder.run(['tag', 'a.md', '-o', 'out/a.demarche'])).toMatchObject({ code: 0, out: '' });
  expect((await folder.run(['strip', 'out/a.demarche'])).out).toBe(TEXT);
});

test('the head says what the options say, in quotes where YAML needs them', async () => {
  const folder = new TestFolder({ 'a.md': TEXT });
  const options = [
    '--title',
    'NATO: what\nnext?',
    '--author',
    'Wu Zhenglong',
    '--author',
    'x: y',
    '--date',
    '2022-01-19',
  ];
  const { out } = await folder.run([
    'tag',
    'a.md',
    ...options,
    '--source',
    'yes',
    '--lang',
    'en',
    '--coder',
    'kh',
  ]);
  expect(out.split('\r\n').slice(0, 11)).toEqual([
    '---',
    'title: "NATO: what next?"',
    'author:',
    '  - Wu Zhenglong',
    '  - "x: y"',
    'date: 2022-01-19',
    'source: yes',
    'lang: en',
    'coder: kh',
    '---',
    '',
  ]);
  const exported = await folder.run(['export', '--to', 'json', '-'], { input: out });
  expect(JSON.parse(exported.out).document).toMatchObject({
    title: 'NATO: what next?',
    author: ['Wu Zhenglong, x: y'],
    source: 'yes',
  });
});

test('--mentions tags the names of the codebook above', async () => {
  const folder = new TestFolder({ 'demarche.yaml': CODEBOOK, 'texts/a.md': TEXT });
  const { out } = await folder.run(['tag', '--mentions', 'texts/a.md']);
  expect(out).toContain('# What \\{{@russia: Moscow}\\} wants\r\n\r\n{@russia: Moscow}, not Moscowia, ');
  expect((await folder.run(['strip'], { input: out })).out).toBe(TEXT);
  expect((await folder.run(['tag', '--mentions'], { input: TEXT, in: 'texts' })).out).toBe(out);
  const without = new TestFolder({ 'a.md': TEXT });
  expect(await without.run(['tag', '--mentions', 'a.md'])).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining('demarche.yaml'),
  });
});

test('what is there is not replaced, and a document is not made of a document', async () => {
  const folder = new TestFolder({ 'a.md': TEXT, 'a.demarche': 'mine' });
  expect(await folder.run(['tag', 'a.md', '-o', 'a.demarche'])).toMatchObject({
    code: 2,
    err: 'demarche: a.demarche: exists already (--force replaces it)\n',
  });
  expect(folder.read('a.demarche')).toBe('mine');
  expect(await folder.run(['tag', 'a.demarche'])).toMatchObject({
    code: 2,
    err: 'demarche: a.demarche: is a document already\n',
  });
  expect((await folder.run(['tag', 'a.md', '-o', 'a.demarche', '--force'])).code).toBe(0);
  expect(folder.read('a.demarche')).toMatch(/^---/);
});

test('what can’t be read is named', async () => {
  const folder = new TestFolder({ 'bad.txt': Uint8Array.of(0x61, 0xff), 'sub/a.txt': '' });
  expect(await folder.run(['tag', 'gone.txt'])).toMatchObject({
    code: 2,
    err: 'demarche: gone.txt: not found\n',
  });
  expect(await folder.run(['tag', 'sub'])).toMatchObject({ code: 2, err: 'demarche: sub: is a folder\n' });
  expect(await folder.run(['tag', 'bad.txt'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('0xFF at offset 1'),
  });
});
