/** `demarche merge`, by hand and as the merge driver of a real Git. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { programPath, TestFolder } from './kit.ts';

const A = '---\ncoder: anna\n---\n\n{claim: One} two.\n';
const B = '---\ncoder: ben\n---\n\nOne {demand: two}.\n';

test('to standard output, with a word on what was found', async () => {
  const { code, out, err } = await new TestFolder({ 'a.demarche': A, 'b.demarche': B }).run([
    'merge',
    'a.demarche',
    'b.demarche',
  ]);
  expect(code).toBe(0);
  expect(out).toBe(
    '---\ncoder: anna + ben\n---\n\n{claim: One {>> coder anna only <<}} {demand: two {>> coder ben only <<}}.\n',
  );
  expect(err).toBe('demarche: 0 agreed, 0 differ, 1 by anna only, 1 by ben only\n');
});

test('to a file; one that is there only by force', async () => {
  const folder = new TestFolder({ 'a.demarche': A, 'b.demarche': B, 'c.demarche': 'mine' });
  const refused = await folder.run(['merge', 'a.demarche', 'b.demarche', '-o', 'c.demarche']);
  expect([refused.code, folder.read('c.demarche')]).toEqual([2, 'mine']);
  expect((await folder.run(['merge', 'a.demarche', 'b.demarche', '-o', 'c.demarche', '--force'])).code).toBe(
    0,
  );
  expect(folder.read('c.demarche')).toContain('anna + ben');
});

test('with the copy that both started from', async () => {
  const folder = new TestFolder({
    'o.demarche': 'One two.\n',
    'a.demarche': '{claim: One} two.\n',
    'b.demarche': 'One {demand: two}.\n',
  });
  const { out } = await folder.run(['merge', '--base', 'o.demarche', 'a.demarche', 'b.demarche']);
  expect(out).toBe('{claim: One} {demand: two}.\n');
});

test('refused: another text, marks with mistakes, a file that is not there', async () => {
  const folder = new TestFolder({
    'a.demarche': A,
    'b.demarche': B.replace('two', 'three'),
    'c.demarche': '{claim: One two.\n',
  });
  const fails = async (...args: string[]) => {
    const { code, out, err } = await folder.run(['merge', ...args]);
    expect([code, out]).toEqual([2, '']);
    return err;
  };
  expect(await fails('a.demarche', 'b.demarche')).toBe(
    'demarche: a.demarche and b.demarche are not copies of one text: the published texts differ from line 1, column 6 on: “wo.” and “hree.”\n',
  );
  expect(await fails('c.demarche', 'c.demarche')).toBe(
    'demarche: c.demarche: 1 mistake in the marks; mend them first (demarche lint shows them)\n',
  );
  expect(await fails('a.demarche', 'nowhere.demarche')).toBe('demarche: nowhere.demarche: not found\n');
});

/** A repository with the driver that the help describes, and what two branches make of one file. */
function branches(base: string, ours: string, theirs: string): { folder: TestFolder; code: number | null } {
  const folder = new TestFolder({ 'text.demarche': base, '.gitattributes': '*.demarche merge=demarche\n' });
  const git = (...args: string[]) =>
    spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b', '-c', 'commit.gpgsign=false', ...args], {
      cwd: folder.root,
      encoding: 'utf8',
    });
  const quoted = (word: string) => `"${word.replaceAll(path.sep, '/')}"`;
  git('init', '-q', '-b', 'main');
  git(
    'config',
    'merge.demarche.driver',
    `${quoted(process.execPath)} ${quoted(programPath())} merge --git-driver %O %A %B`,
  );
  git('add', '.');
  git('commit', '-qm', 'base');
  git('checkout', '-qb', 'theirs');
  folder.write('text.demarche', theirs);
  git('commit', '-qam', 'theirs');
  git('checkout', '-q', 'main');
  folder.write('text.demarche', ours);
  git('commit', '-qam', 'ours');
  return { folder, code: git('merge', '-q', '--no-edit', 'theirs').status };
}

test('Git: two marks in one paragraph are no conflict', () => {
  const { folder, code } = branches(
    'One two three.\n',
    '{claim: One} two three.\n',
    'One two {demand: three}.\n',
  );
  expect(code).toBe(0);
  expect(folder.read('text.demarche')).toBe('{claim: One} two {demand: three}.\n');
});

test('Git: one mark changed by both is no conflict either, and both are there', () => {
  const { folder, code } = branches('{claim: One}.\n', '{claim by=@x: One}.\n', '{claim by=@y: One}.\n');
  expect(code).toBe(0);
  expect(folder.read('text.demarche')).toContain('{>> coder ours: differs from theirs in by <<}');
});

test('Git: text that one changed and marks that the other set are merged by lines', () => {
  const { folder, code } = branches(
    'One.\n\nTwo.\n\nThree.\n\nFour.\n',
    '{claim: One}.\n\nTwo.\n\nThree.\n\nFour.\n',
    'One.\n\nTwo.\n\nThree.\n\nFore.\n',
  );
  expect(code).toBe(0);
  expect(folder.read('text.demarche')).toBe('{claim: One}.\n\nTwo.\n\nThree.\n\nFore.\n');
});

test('Git: text that both changed is a conflict, with its markers', () => {
  const { folder, code } = branches('One two.\n', 'One {claim: too}.\n', 'One to.\n');
  expect(code).toBe(1);
  expect(folder.read('text.demarche')).toBe(
    '<<<<<<< ours\nOne {claim: too}.\n=======\nOne to.\n>>>>>>> theirs\n',
  );
});
