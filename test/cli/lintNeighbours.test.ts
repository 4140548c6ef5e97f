/** What a lint has to know beyond the files that it is asked about. */

import fs from 'node:fs';
import { expect, test } from 'vitest';
import { CODEBOOK, SOUND, TestFolder, UNSOUND } from './kit.ts';

const REPLY = SOUND.replace(
  'demand #halt by=@russia to=@us',
  'claim #no by=@us answers=#halfway/halt response=reject',
);

test('a reference to another document is followed, and that document is not told of', async () => {
  const folder = new TestFolder({
    'demarche.yaml': CODEBOOK,
    'texts/halfway.demarche': `${SOUND}\n{sic}\n`,
    'replies/no.demarche': REPLY,
    'replies/wrong.demarche': REPLY.replace('/halt', '/holt'),
    'replies/nowhere.demarche': REPLY.replace('halfway/', 'elsewhere/'),
  });
  const rules = async (name: string) => {
    const { out } = await folder.run(['lint', '--format', 'json', name]);
    const { files } = JSON.parse(out);
    expect(files.map(({ path }: { path: string }) => path)).toEqual([name]);
    return files[0].diagnostics.map(({ rule }: { rule: string }) => rule);
  };
  expect(await rules('replies/no.demarche')).toEqual([]);
  expect(await rules('replies/wrong.demarche')).toEqual(['undefined-statement']);
  expect(await rules('replies/nowhere.demarche')).toEqual(['undefined-statement']);
});

test('a codebook is told of where its folder or itself is named, and knows all that use it', async () => {
  const folder = new TestFolder({
    'demarche.yaml': CODEBOOK.replace('topics:', '  nato: { name: NATO, colour: blue }\ntopics:'),
    'texts/a.demarche': SOUND,
    'texts/b.demarche': SOUND.replace('title', 'id: b\ntitle'),
  });
  const found = async (...paths: string[]) => {
    const { out } = await folder.run(['lint', '--format', 'json', ...paths]);
    return JSON.parse(out).files.flatMap(({ diagnostics }: { diagnostics: { rule: string }[] }) =>
      diagnostics.map(({ rule }) => rule),
    );
  };
  expect(await found('texts')).toEqual([]);
  expect(await found('texts/a.demarche')).toEqual([]);
  expect((await found('.')).sort()).toEqual(['unknown-key', 'unused-actor']);
  expect((await found('demarche.yaml')).sort()).toEqual(['unknown-key', 'unused-actor']);
});

test('a codebook that is no YAML is named, because nobody would understand the rest', async () => {
  const folder = new TestFolder({ 'demarche.yaml': 'actors: [', 'texts/a.demarche': SOUND });
  const { code, err } = await folder.run(['lint', 'texts']);
  expect({ code, err }).toEqual({
    code: 1,
    err: 'demarche: demarche.yaml: mistakes in the YAML; run demarche lint on it\n',
  });
});

test('the head may name another codebook; one that is not there is named', async () => {
  const withCodebook = (path: string) => SOUND.replace('title:', `codebook: ${path}\ntitle:`);
  const folder = new TestFolder({
    'shared/demarche.yaml': CODEBOOK,
    'texts/a.demarche': withCodebook('../shared/demarche.yaml'),
    'texts/b.demarche': withCodebook('../nowhere.yaml'),
  });
  expect(await folder.run(['lint', 'texts/a.demarche'])).toMatchObject({ code: 0, err: '' });
  const { code, err } = await folder.run(['lint', 'texts/b.demarche']);
  expect({ code, err }).toEqual({
    code: 2,
    err: 'demarche: texts/b.demarche: the codebook that its head names, ../nowhere.yaml, can’t be read\n',
  });
});

test('standard input has the codebook and the name of --stdin-filename', async () => {
  const folder = new TestFolder({ 'demarche.yaml': CODEBOOK, 'texts/a.demarche': 'old' });
  const named = await folder.run(['lint', '-', '--stdin-filename', 'texts/a.demarche', '--format', 'json'], {
    input: UNSOUND,
  });
  expect(JSON.parse(named.out).files).toMatchObject([
    { path: 'texts/a.demarche', diagnostics: [{ rule: 'undefined-actor' }] },
  ]);
  const unnamed = await folder.run(['lint', '-', '--format', 'json'], { input: SOUND });
  expect(JSON.parse(unnamed.out).files).toEqual([{ path: '<stdin>', diagnostics: [] }]);
});

test('--fix mends until nothing of that is left, and only what was named', async () => {
  const broken = `${SOUND}\n{claim #a by＝@us： words} {sic} {claim #b {sic} words}\n`;
  const folder = new TestFolder({
    'demarche.yaml': CODEBOOK,
    'a.demarche': broken,
    'b.demarche': broken.replace('#halt', '#x'),
  });
  fs.chmodSync(folder.path('a.demarche'), 0o640);
  const before = (await folder.run(['strip', 'a.demarche'])).out;
  const { out } = await folder.run(['lint', '--fix', '--format', 'json', 'a.demarche']);
  expect(folder.read('a.demarche')).toContain('{claim #a by=@us: words} \\{sic\\}');
  expect(folder.read('b.demarche')).toContain('by＝@us');
  expect(JSON.parse(out).files[0].diagnostics.filter(({ fix }: { fix: unknown }) => fix !== null)).toEqual(
    [],
  );
  expect((await folder.run(['strip', 'a.demarche'])).out).toBe(before);
  expect(fs.statSync(folder.path('a.demarche')).mode & 0o777).toBe(0o640);
  expect(folder.names()).toEqual(['a.demarche', 'b.demarche', 'demarche.yaml']);
});

test('--fix follows a link to the file, and has no place to write standard input to', async () => {
  const folder = new TestFolder({ 'demarche.yaml': CODEBOOK, 'store/a.txt': `${SOUND}\n{sic}\n` });
  folder.link('a.demarche', 'store/a.txt');
  await folder.run(['lint', '--fix', 'a.demarche']);
  expect(fs.lstatSync(folder.path('a.demarche')).isSymbolicLink()).toBe(true);
  expect(folder.read('store/a.txt')).toContain('\\{sic\\}');
  expect(await folder.run(['lint', '--fix', '-'])).toMatchObject({ code: 2, out: '' });
});
