/** `demarche format`. */
import { expect, test } from 'vitest';
import { ARTICLES_CODEBOOK, article, articlePath } from '../kit/articles.ts';
import { SOUND, TestFolder } from './kit.ts';

const MESSY = SOUND.replace(
  '{demand #halt by=@russia to=@us topic',
  '{demand   to=@us  #halt by＝@russia topic',
);

test('one document goes to standard output, from a file or standard input', async () => {
  const folder = new TestFolder({ 'a.demarche': MESSY });
  expect(await folder.run(['format', 'a.demarche'])).toMatchObject({ code: 0, out: SOUND, err: '' });
  expect(await folder.run(['format'], { input: MESSY.replaceAll('\n', '\r\n') })).toMatchObject({
    out: SOUND.replaceAll('\n', '\r\n'),
  });
  expect(folder.read('a.demarche')).toBe(MESSY);
});

test('--check names what would change, --write changes it; then nothing is left', async () => {
  const folder = new TestFolder({
    'a.demarche': MESSY,
    'sub/b.demarche': SOUND,
    'c.demarche': `\uFEFF${MESSY}`,
  });
  expect(await folder.run(['format', '--check'])).toMatchObject({
    code: 1,
    out: 'a.demarche\nc.demarche\n',
    err: '',
  });
  expect(folder.read('a.demarche')).toBe(MESSY);
  expect(await folder.run(['format', '--write', '.'])).toMatchObject({ code: 0, out: '', err: '' });
  expect(folder.read('a.demarche')).toBe(SOUND);
  expect(folder.read('c.demarche')).toBe(`\uFEFF${SOUND}`);
  expect(await folder.run(['format', '--check'])).toMatchObject({ code: 0, out: '' });
});

test('wrong use is told of, and what can’t be read does not stop the others', async () => {
  const folder = new TestFolder({ 'a.demarche': MESSY, 'b.demarche': new Uint8Array([0xff]) });
  expect(await folder.run(['format', '.'])).toMatchObject({ code: 2, out: '' });
  expect(await folder.run(['format', '--write', '-'])).toMatchObject({ code: 2, out: '' });
  expect(await folder.run(['format', '--write', '--check', 'a.demarche'])).toMatchObject({ code: 2 });
  const { code, err } = await folder.run(['format', '--write', 'b.demarche', 'a.demarche']);
  expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/^demarche: b\.demarche: not UTF-8/) });
  expect(folder.read('a.demarche')).toBe(SOUND);
});

test('killed at any moment, each file is the old one or the new one', async () => {
  const before = new Map(
    Array.from({ length: 60 }, (_, number) => [
      articlePath(number),
      article(number).replaceAll(' by=', '   by＝'),
    ]),
  );
  const after = new Map(Array.from({ length: 60 }, (_, number) => [articlePath(number), article(number)]));
  for (const signal of ['SIGKILL', 'SIGTERM', 'SIGINT'] as const) {
    const folder = new TestFolder({ 'demarche.yaml': ARTICLES_CODEBOOK, ...Object.fromEntries(before) });
    const child = folder.start(['format', '--write', '.']);
    const ended = new Promise((resolve) => child.once('close', resolve));
    // Once the first file is written, so that it is in the middle of the others.
    const [first] = before.keys() as Iterable<string>;
    while (folder.read(first as string) === before.get(first as string))
      await new Promise((resolve) => setTimeout(resolve, 1));
    child.kill(signal);
    await ended;
    const states = [...before.keys()].map((name) => {
      const text = folder.read(name);
      return text === after.get(name) ? 'new' : text === before.get(name) ? 'old' : 'broken';
    });
    expect(states).not.toContain('broken');
    expect(states).toContain('new');
    if (signal !== 'SIGKILL') expect(folder.names().filter((name) => name.endsWith('.tmp'))).toEqual([]);
  }
});
