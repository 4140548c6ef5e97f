import { expect, test } from 'vitest';
import { SOUND, TestFolder } from './kit.ts';

const PUBLISHED = 'Moscow asks for a halt.\n';

test('one document goes to standard output, byte for byte', async () => {
  const text = '\uFEFF---\r\ntitle: x\r\n---\r\n\r\nOne {@x: café}\rtwo\r\n\nthree 🇫🇷 \\{sic\\}';
  const folder = new TestFolder({ 'a.demarche': text });
  const { code, bytes, err } = await folder.run(['strip', 'a.demarche']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(bytes).toEqual(Buffer.from('\uFEFFOne café\rtwo\r\n\nthree 🇫🇷 {sic}'));
  expect((await folder.run(['strip'], { input: text })).bytes).toEqual(bytes);
  expect((await folder.run(['strip', '-'], { input: text })).bytes).toEqual(bytes);
});

test('mistakes in the marks: the text all the same, a word, and 1; not for Git', async () => {
  const folder = new TestFolder({ 'a.demarche': '---\ntitle: x\n\n{sic} {claim: words' });
  const { code, out, err } = await folder.run(['strip', 'a.demarche']);
  expect({ code, out }).toEqual({ code: 1, out: '{sic} words' });
  expect(err).toMatch(/^demarche: a\.demarche: \d mistakes in the marks; run demarche lint\n$/);
  expect(await folder.run(['strip', '--textconv', 'a.demarche'])).toMatchObject({
    code: 0,
    out: '{sic} words',
    err: '',
  });
});

test('several documents go to a folder, laid out as they are', async () => {
  const folder = new TestFolder({
    'in/a.demarche': SOUND,
    'in/sub/b.demarche': SOUND,
    'in/demarche.yaml': 'lint: {}\n',
  });
  expect(await folder.run(['strip', 'in'])).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining('-o'),
  });
  expect(await folder.run(['strip', 'in', '-o', 'out'])).toMatchObject({ code: 0, out: '', err: '' });
  expect(folder.names()).toEqual([
    'in/a.demarche',
    'in/demarche.yaml',
    'in/sub/b.demarche',
    'out/a.txt',
    'out/sub/b.txt',
  ]);
  expect(folder.read('out/sub/b.txt')).toBe(PUBLISHED);
  expect(await folder.run(['strip', 'in', '-o', folder.path('elsewhere')])).toMatchObject({ code: 0 });
  expect(folder.read('elsewhere/a.txt')).toBe(PUBLISHED);
});

test('a text that is there is not replaced without --force', async () => {
  const folder = new TestFolder({ 'a.demarche': SOUND, 'a.txt': 'mine', 'b.demarche': SOUND });
  const { code, err } = await folder.run(['strip', '-o', '.', 'a.demarche', 'b.demarche']);
  expect(folder.read('b.txt')).toBe(PUBLISHED);
  expect(code).toBe(2);
  expect(err).toContain('a.txt: exists already (--force replaces it)');
  expect(folder.read('a.txt')).toBe('mine');
  expect((await folder.run(['strip', '-o', '.', '--force', 'a.demarche'])).code).toBe(0);
  expect(folder.read('a.txt')).toBe(PUBLISHED);
});

test('a codebook is no document', async () => {
  const folder = new TestFolder({ 'demarche.yaml': 'lint: {}\n' });
  const { code, out, err } = await folder.run(['strip', 'demarche.yaml']);
  expect({ code, out, err }).toEqual({
    code: 2,
    out: '',
    err: 'demarche: demarche.yaml: is a codebook, not a document\n',
  });
});
