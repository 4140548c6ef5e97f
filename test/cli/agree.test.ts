/** `demarche agree` between files, folders and Git revisions. */
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { TestFolder } from './kit.ts';

const CODEBOOK =
  'actors:\n  norland: { name: Norland }\n  sudmark: { name: Sudmark }\ntopics:\n  dam: { name: The dam }\n';
const head = (coder: string) => `---\nid: ice\ntitle: Ice\ndate: 2024\ncoder: ${coder}\n---\n\n`;
const ANNA = `${head('anna')}{claim by=@norland topic=dam: The ice holds}, and {demand by=@norland to=@sudmark: open the gates}.\n`;
const BEN = `${head('ben')}{claim by=@sudmark topic=dam: The ice holds}, and open the {@sudmark: gates}.\n`;

function coders(): TestFolder {
  return new TestFolder({
    'demarche.yaml': CODEBOOK,
    'anna/ice.demarche': ANNA,
    'ben/ice.demarche': BEN,
    'anna/alone.demarche': 'Nobody {claim: else}.\n',
    'anna/other.demarche': 'One {claim: word}.\n',
    'ben/other.demarche': 'One  {claim: word}.\n',
  });
}

test('two files: tables for people, with both places of each disagreement', async () => {
  const { code, out, err } = await coders().run([
    'agree',
    '--format',
    'table',
    'anna/ice.demarche',
    'ben/ice.demarche',
  ]);
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatchInlineSnapshot(`
    "A: anna, B: ben, 1 text

    Did they mark the same words?

    kind       A  B  F1 exact  F1 overlap  αᵤ
    statement  2  1  0.667     0.667       0.109
    claim      1  1  1.000     1.000       1.000
    demand     1  0  0.000     0.000       -1.371
    mention    0  1  0.000     0.000       -0.249

    Did they say the same of what both marked?

    kind       attribute  pairs  agreement  κ      α
    statement  kind           1  1.000      n/c 1  n/c 1
    claim      by             1  0.000      0.000  0.000
    claim      date           1  1.000      n/c 1  n/c 1
    claim      topic          1  1.000      n/c 1  n/c 1

    n/c 1: not computable: no variation: both used one and the same value throughout

    Disagreements: 3

    what    place in A              place in B             A has                   B has
    by      anna/ice.demarche:8:1   ben/ice.demarche:8:1   norland                 sudmark
    only-a  anna/ice.demarche:8:51  ben/ice.demarche:8:51  demand: open the gates  –
    only-b  anna/ice.demarche:8:93  ben/ice.demarche:8:60  –                       mention: gates
    "
  `);
});

test('two folders: what has no copy or another text is named and left out', async () => {
  const { code, out, err } = await coders().run(['agree', 'anna', 'ben', '--format', 'json']);
  expect(code).toBe(2);
  expect(err).toMatchInlineSnapshot(`
    "demarche: anna/alone.demarche: left out: the other coder has no copy of it
    demarche: anna/other.demarche: left out: its text is not that of ben/other.demarche; the published texts differ from line 1, column 5 on: “word.” and “ word.”
    "
  `);
  const report = JSON.parse(out);
  expect(report.documents).toEqual([{ id: 'ice', a: 'anna/ice.demarche', b: 'ben/ice.demarche' }]);
  expect(
    report.disagreements.map(({ kind, attribute }: { kind: string; attribute: string }) => attribute ?? kind),
  ).toEqual(['by', 'only-a', 'only-b']);
});

test('in a pipe: one figure a row, or one disagreement', async () => {
  const folder = coders();
  const files = ['anna/ice.demarche', 'ben/ice.demarche'];
  expect((await folder.run(['agree', ...files])).out.split('\r\n').slice(0, 4)).toEqual([
    'kind,attribute,measure,value,a,b,pairs,not_computable',
    'statement,,f1_exact,0.666667,2,1,,',
    'statement,,f1_overlap,0.666667,2,1,,',
    expect.stringMatching(/^statement,,alpha_u,0\.\d+,2,1,,$/),
  ]);
  const rows = (await folder.run(['agree', ...files, '--only', 'disagreements'])).out.split('\r\n');
  expect(rows.slice(0, 2)).toEqual([
    'document,kind,attribute,place_a,place_b,a,b',
    'ice,attribute,by,anna/ice.demarche:8:1,ben/ice.demarche:8:1,norland,sudmark',
  ]);
});

test('coders of one name go by their paths', async () => {
  const folder = coders();
  folder.write('again/ice.demarche', ANNA);
  const { out } = await folder.run(['agree', 'anna/ice.demarche', 'again', '--format', 'json']);
  const { a, b, disagreements } = JSON.parse(out);
  expect([a, b, disagreements]).toEqual(['anna/ice.demarche', 'again', []]);
});

test('--fail-under: 1 where a figure is lower, 0 where none is', async () => {
  const folder = coders();
  const files = ['anna/ice.demarche', 'ben/ice.demarche'];
  expect((await folder.run(['agree', ...files, '--fail-under', '0.9'])).code).toBe(1);
  expect(
    (await folder.run(['agree', files[0] as string, files[0] as string, '--fail-under', '1'])).code,
  ).toBe(0);
  expect((await folder.run(['agree', ...files, '--fail-under', 'much'])).code).toBe(2);
});

test('wrong use: nothing to compare, three files, a file that is not there', async () => {
  const folder = coders();
  expect((await folder.run(['agree', 'anna/other.demarche', 'ben/other.demarche'])).err).toContain(
    'there is nothing to compare',
  );
  const three = await folder.run(['agree', 'anna', 'ben', 'anna']);
  expect([three.code, three.err]).toEqual([2, 'demarche: agree compares two: name no more, or use --git\n']);
  expect((await folder.run(['agree', 'anna', 'nowhere'])).code).toBe(2);
});

function repository(): TestFolder {
  const folder = new TestFolder({ 'demarche.yaml': CODEBOOK, 'texts/ice.demarche': ANNA });
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=A', '-c', 'user.email=a@b', '-c', 'commit.gpgsign=false', ...args],
      { cwd: folder.root },
    );
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-qm', 'Anna');
  git('checkout', '-qb', 'ben');
  folder.write('texts/ice.demarche', BEN);
  // What would run if Git were asked to convert: it must not.
  folder.write('.gitattributes', '*.demarche diff=evil filter=evil\n');
  git('config', 'diff.evil.textconv', 'touch ran; cat');
  git('config', 'filter.evil.smudge', 'touch ran; cat');
  git('-c', 'filter.evil.clean=', 'add', '.');
  git('commit', '-qm', 'Ben');
  return folder;
}

test('two revisions, as revisions and as REVISION:path; nothing of the repository runs', async () => {
  const folder = repository();
  const of = async (...args: string[]) => {
    const { code, out, err } = await folder.run(['agree', ...args, '--format', 'json']);
    expect([code, err]).toEqual([0, '']);
    const { a, b, disagreements } = JSON.parse(out);
    return [a, b, disagreements.length, disagreements[0].a.place, disagreements[0].b.place];
  };
  const places = ['main:texts/ice.demarche:8:1', 'ben:texts/ice.demarche:8:1'];
  const expected = ['anna', 'ben', 3, ...places];
  expect(await of('--git', 'main', 'ben')).toEqual(expected);
  expect(await of('--git', 'main', 'ben', 'texts')).toEqual(expected);
  expect(await of('main:texts', 'ben:texts')).toEqual(expected);
  expect(await of('main:texts/ice.demarche', 'ben:texts/ice.demarche')).toEqual(expected);
  expect(await of('main:', 'texts')).toEqual(['anna', 'ben', 3, places[0], 'texts/ice.demarche:8:1']);
  expect(folder.names()).not.toContain('ran');
});

test('revisions that are none, and paths that a revision has not', async () => {
  const folder = repository();
  const fails = async (...args: string[]) => (await folder.run(['agree', ...args])).err;
  expect(await fails('--git', 'main', 'nowhere')).toBe(
    'demarche: “nowhere” is no revision of this repository\n',
  );
  expect(await fails('--git', '--', '--output=x', 'main')).toBe('demarche: “--output=x” is no revision\n');
  expect(await fails('--git', 'main', 'ben', 'lost')).toBe('demarche: main has no lost\n');
});
