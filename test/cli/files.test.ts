/** Which files a command takes, and what becomes of those that can't be read. */
import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Outcome, TestFolder } from './kit.ts';

const TEXT = 'Words.\n';
const texts = (...names: string[]) => Object.fromEntries(names.map((name) => [name, TEXT]));

/** The files that were linted, in order. */
function pathsIn({ out }: Outcome): string[] {
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line).path);
}

const LINT = ['lint', '--format', 'ndjson'];

describe('folders', () => {
  test('hold all that ends in .demarche, in order, but for dots and node_modules', async () => {
    const folder = new TestFolder(
      texts(
        'b.demarche',
        'a/z.demarche',
        'a/b/c.demarche',
        'c.txt',
        '.git/x.demarche',
        '.a.demarche',
        'node_modules/m/x.demarche',
      ),
    );
    fs.mkdirSync(folder.path('d.demarche'));
    folder.write('d.demarche/e.demarche', TEXT);
    const outcome = await folder.run(LINT);
    expect(outcome).toMatchObject({ code: 0, err: '' });
    expect(pathsIn(outcome)).toEqual([
      'a/b/c.demarche',
      'a/z.demarche',
      'b.demarche',
      'd.demarche/e.demarche',
    ]);
  });

  test('.gitignore holds on all levels, up to the repository', async () => {
    const folder = new TestFolder({
      ...texts(
        'a.demarche',
        'old/a.demarche',
        'sub/a.demarche',
        'sub/draft-b.demarche',
        'sub/deep/draft-c.demarche',
        'sub/deep/old/d.demarche',
      ),
      '.git/HEAD': '',
      '.gitignore': '\uFEFFdraft-*\r\nold/\r\n',
      'sub/deep/.gitignore': '!draft-c.demarche\n',
    });
    expect(pathsIn(await folder.run(LINT))).toEqual([
      'a.demarche',
      'sub/a.demarche',
      'sub/deep/draft-c.demarche',
    ]);
    expect(pathsIn(await folder.run(LINT, { in: 'sub' }))).toEqual(['a.demarche', 'deep/draft-c.demarche']);
    expect(pathsIn(await folder.run([...LINT, 'old', 'sub/draft-b.demarche']))).toEqual([
      'old/a.demarche',
      'sub/draft-b.demarche',
    ]);
  });

  test('include and exclude of the codebook hold, but for what is named', async () => {
    const folder = new TestFolder({
      ...texts('texts/a.demarche', 'texts/drafts/b.demarche', 'other/c.demarche'),
      'demarche.yaml': 'lint:\n  include: ["texts/**"]\n  exclude: ["**/drafts/**"]\n',
    });
    expect(pathsIn(await folder.run(LINT))).toEqual(['demarche.yaml', 'texts/a.demarche']);
    expect(pathsIn(await folder.run([...LINT, 'texts']))).toEqual(['texts/a.demarche']);
    expect(pathsIn(await folder.run([...LINT, 'texts/drafts']))).toEqual(['texts/drafts/b.demarche']);
    expect(pathsIn(await folder.run([...LINT, 'other/c.demarche', '**/b.demarche', 'texts/*']))).toEqual([
      'other/c.demarche',
      'texts/a.demarche',
    ]);
  });

  test('links to files are followed, links to folders are not, and no circle is walked', async () => {
    const folder = new TestFolder(texts('sub/a.demarche', 'store/b.txt'));
    folder.link('sub/up', '..');
    folder.link('sub/self', 'self');
    folder.link('sub/b.demarche', '../store/b.txt');
    const outcome = await folder.run(LINT);
    expect(outcome).toMatchObject({ code: 0, err: '' });
    expect(pathsIn(outcome)).toEqual(['sub/a.demarche', 'sub/b.demarche']);
  });

  test('one without documents is named', async () => {
    const folder = new TestFolder({ 'empty/a.txt': '' });
    const { code, err } = await folder.run(['lint', 'empty']);
    expect({ code, err }).toEqual({
      code: 2,
      err: 'demarche: empty: no .demarche files in it (ignored ones don’t count)\n',
    });
  });
});

describe('globs and lists', () => {
  test('a glob finds documents; one that finds none is named', async () => {
    const folder = new TestFolder({
      ...texts('a.demarche', 'sub/b.demarche', 'sub/[x].demarche', 'sub/c.txt', 'sub/.d.demarche'),
    });
    const outcome = await folder.run([...LINT, 'sub/*', '{a,b}.demarche', 'nowhere/*.demarche']);
    expect(pathsIn(outcome)).toEqual(['sub/[x].demarche', 'sub/b.demarche', 'a.demarche']);
    expect(outcome).toMatchObject({
      code: 2,
      err: 'demarche: nowhere/*.demarche: no file matches (ignored ones don’t count)\n',
    });
    expect(pathsIn(await folder.run([...LINT, folder.path('*.demarche')]))).toEqual(['a.demarche']);
  });

  test('a file with the name of a pattern is that file, and each file counts once', async () => {
    const folder = new TestFolder(texts('[a].demarche', 'a.demarche'));
    expect(pathsIn(await folder.run([...LINT, '[a].demarche']))).toEqual(['[a].demarche']);
    expect(pathsIn(await folder.run([...LINT, './a.demarche', 'a.demarche', '.']))).toEqual([
      'a.demarche',
      '[a].demarche',
    ]);
  });

  test('--files-from takes names a line or between NULs, from a file or standard input', async () => {
    const folder = new TestFolder({
      ...texts('a.demarche', 'b c.demarche', '[d].demarche'),
      'list.txt': 'a.demarche\r\n\r\nb c.demarche\r\n',
    });
    expect(pathsIn(await folder.run([...LINT, '--files-from', 'list.txt']))).toEqual([
      'a.demarche',
      'b c.demarche',
    ]);
    const input = 'b c.demarche\0[d].demarche\0';
    expect(pathsIn(await folder.run([...LINT, '--files-from', '-'], { input }))).toEqual([
      'b c.demarche',
      '[d].demarche',
    ]);
    expect(await folder.run([...LINT, '--files-from', '-'], { input: '' })).toMatchObject({
      code: 0,
      out: '',
    });
    expect(await folder.run([...LINT, '--files-from', 'gone'])).toMatchObject({
      code: 2,
      err: 'demarche: --files-from gone: not found\n',
    });
    expect(await folder.run([...LINT, '--files-from', '-', '-'])).toMatchObject({ code: 2, out: '' });
  });
});

describe('what can’t be read is named, and the rest is done', () => {
  test('not found, links that lead nowhere or in a circle', async () => {
    const folder = new TestFolder({ ...texts('a.demarche'), 'list.txt': 'vanished.demarche\na.demarche\n' });
    folder.link('dangling.demarche', 'nowhere');
    folder.link('circle.demarche', 'circle.demarche');
    const outcome = await folder.run([
      ...LINT,
      'gone.demarche',
      'a.demarche/b',
      '.',
      '--files-from',
      'list.txt',
    ]);
    expect(pathsIn(outcome)).toEqual(['a.demarche']);
    expect(outcome.code).toBe(2);
    expect(outcome.err.split('\n')).toEqual([
      'demarche: gone.demarche: not found',
      'demarche: a.demarche/b: not found',
      'demarche: vanished.demarche: not found',
      'demarche: circle.demarche: links that lead in a circle',
      'demarche: dangling.demarche: not found',
      '',
    ]);
  });

  test('bytes that are not UTF-8, with their place', async () => {
    const folder = new TestFolder({
      'a-lone-continuation.demarche': Uint8Array.of(0x61, 0x80),
      'b-latin-1.demarche': Uint8Array.of(0xef, 0xbb, 0xbf, 0x63, 0x61, 0x66, 0xe9, 0x0a),
      'c-surrogate.demarche': Uint8Array.of(0x61, 0xed, 0xa0, 0x80),
      'd-utf-16.demarche': Uint8Array.of(0xff, 0xfe, 0x61, 0x00),
      'e-cut-short.demarche': Uint8Array.of(0xe4, 0xbf, 0x84, 0xe4, 0xbf),
      'f-overlong.demarche': Uint8Array.of(0xc0, 0xaf),
      'g-sound.demarche': '\uFEFF俄 🇫🇷 \uFFFD',
    });
    const outcome = await folder.run(LINT);
    expect(pathsIn(outcome)).toEqual(['g-sound.demarche']);
    expect(outcome.code).toBe(2);
    const places = Array.from(
      outcome.err.matchAll(/: not UTF-8: byte 0x(.. at offset \d)\. Save/g),
      ([, place]) => place,
    );
    expect(places).toEqual([
      '80 at offset 1',
      'E9 at offset 6',
      'ED at offset 1',
      'FF at offset 0',
      'E4 at offset 3',
      'C0 at offset 0',
    ]);
  });

  test('a codebook that is a folder, or not UTF-8', async () => {
    const folder = new TestFolder({
      ...texts('a/a.demarche', 'b/b.demarche'),
      'b/demarche.yaml': Uint8Array.of(0xff),
    });
    fs.mkdirSync(folder.path('a/demarche.yaml'));
    const outcome = await folder.run([...LINT, 'a', 'b']);
    expect(pathsIn(outcome)).toEqual(['a/a.demarche', 'b/b.demarche']);
    expect(outcome.code).toBe(2);
    expect(outcome.err).toBe(
      'demarche: a/demarche.yaml: is a folder\ndemarche: b/demarche.yaml: not UTF-8: byte 0xFF at offset 0. Save the file as UTF-8.\n',
    );
  });
});
