import { expect, test } from 'vitest';
import { TestFolder } from './kit.ts';

const CODEBOOK = `actors:
  ardia: { name: Ardia, kind: state }
  belmar: { name: Belmar, kind: state }
topics:
  dam: { name: The dam }
  toll: { name: The toll }
`;

const FILES = {
  'demarche.yaml': CODEBOOK,
  'texts/a.demarche': `---
title: A
date: 2021-05-03
---

{claim by=@ardia topic=dam position=support: Build it} and {claim by=@belmar topic=dam position=support: do}.

{demand #pay by=@ardia to=@belmar topic=toll position=support: Pay}. {claim by=@belmar topic=toll: Hm}.
`,
  'texts/b.demarche': `---
title: B
---

{claim by=@belmar topic=toll position=oppose: We won’t}.
`,
  'answers/c.demarche': `---
title: C
---

{claim by=@belmar answers=#a/pay response=refuse: Nothing came}.
`,
};

test('in a pipe: a list of edges, with what is left out beside it', async () => {
  const folder = new TestFolder(FILES);
  const { code, out, err } = await folder.run(['network', 'texts', '--type', 'subtract']);
  expect(code).toBe(0);
  expect(out).toBe('source,target,weight,source_name,target_name,congruence,conflict\r\n');
  expect(err).toBe(
    'demarche: csv lists ties: 2 without any are not in it\ndemarche: left out: 1 statement without a position\n',
  );
  const conflict = await folder.run(['network', 'texts', '--type', 'conflict', '--normalize', 'average']);
  expect(conflict.out.split('\r\n')[1]).toBe('ardia,belmar,0.5,Ardia,Belmar,1,1');
});

test('for people: the strongest ties, and how many there are', async () => {
  const folder = new TestFolder(FILES);
  const { out } = await folder.run([
    'network',
    'texts',
    '--format',
    'table',
    '--normalize',
    'activity',
    '--top',
    '2',
  ]);
  expect(out).toBe(`actor   topic     weight  support  oppose  neither
Belmar  The toll   0.667        0       1        1
Ardia   The dam    0.500        1       0        0
2 actors, 2 topics, 4 ties, of which these 2 are the strongest
`);
});

test('what became of a demand is looked up in texts that were not asked for', async () => {
  const folder = new TestFolder(FILES);
  const { out } = await folder.run(['network', 'texts', '--type', 'demands', '--format', 'json']);
  expect(JSON.parse(out)).toMatchObject([
    { source: 'ardia', target: 'belmar', weight: 1, open: 0, refuse: 1 },
  ]);
});

test('undated statements and rough dates are told of where time matters', async () => {
  const folder = new TestFolder({
    ...FILES,
    'texts/d.demarche': '---\ntitle: D\ndate: 2021\n---\n\n{claim by=@ardia topic=dam: x}\n',
  });
  const { out, err } = await folder.run(['network', 'texts', '--from', '2021-05', '--until', '2021-05-03']);
  expect(out.split('\r\n').slice(1, -1)).toHaveLength(4);
  expect(err).toBe(
    'demarche: left out: 1 statement without a date\ndemarche: 1 statement is dated by the year or month alone: its first day counts\n',
  );
});

test('windows: columns in one table, or files in a folder; empty ones too', async () => {
  const folder = new TestFolder({
    ...FILES,
    'texts/d.demarche': '---\ntitle: D\ndate: 2023-01-01\n---\n\n{claim by=@ardia topic=dam: x}\n',
  });
  const csv = await folder.run(['network', 'texts', '--window', '1y']);
  expect(csv.out.split('\r\n').at(-2)).toBe('ardia,dam,1,Ardia,The dam,0,0,1,2023-01-01,2023-12-31');
  const files = await folder.run(['network', 'texts', '--window', '1y', '--format', 'graphml', '-o', 'out']);
  expect(files.code).toBe(0);
  expect(folder.names().filter((name) => name.startsWith('out'))).toEqual([
    'out/affiliation_2021-01-01_2021-12-31.graphml',
    'out/affiliation_2022-01-01_2022-12-31.graphml',
    'out/affiliation_2023-01-01_2023-12-31.graphml',
  ]);
  expect(folder.read('out/affiliation_2022-01-01_2022-12-31.graphml')).not.toContain('<node');
});

test('the ending of -o names the format; a file that can’t be written stays as it was', async () => {
  const folder = new TestFolder({ ...FILES, 'x.gexf/keep': 'kept' });
  expect((await folder.run(['network', 'texts', '-o', 'net.dl'])).code).toBe(0);
  expect(folder.read('net.dl')).toMatch(/^dl nr = 2, nc = 2, format = fullmatrix\n/);
  expect((await folder.run(['network', 'texts', '-o', 'net.txt'])).code).toBe(0);
  expect(folder.read('net.txt')).toMatch(/^source,target,weight,/);
  const { code, err } = await folder.run(['network', 'texts', '-o', 'x.gexf']);
  expect([code, err]).toEqual([2, 'demarche: x.gexf: is a folder\n']);
  expect(folder.names().filter((name) => name.startsWith('x.gexf') || name.includes('.tmp'))).toEqual([
    'x.gexf/keep',
  ]);
});

test('windows go to no folder that is a file; nothing half-written stays', async () => {
  const folder = new TestFolder({ ...FILES, taken: 'kept' });
  const args = ['network', 'texts', '--window', '1d', '--format', 'dl', '-o', 'taken'];
  const { code, err } = await folder.run(args);
  expect(code).toBe(2);
  expect(err).toMatch(/^demarche: taken\S*: .+\n$/);
  expect(folder.read('taken')).toBe('kept');
});

test.each([
  [
    '--type demands --normalize cosine',
    '--normalize cosine does not go with --type demands; there are: no, activity, prominence',
  ],
  [
    '--type congruence --normalize activity',
    '--normalize activity does not go with --type congruence; there are: no, average, jaccard, cosine',
  ],
  ['--type congruence --qualifier subtract', '--qualifier goes with --type affiliation alone'],
  [
    '--qualifier combine --normalize activity',
    '--qualifier combine makes categories (1, 2, 3), which can’t be normalized',
  ],
  ['--type demands --kind claim', '--type demands has demands alone: leave out --kind claim'],
  ['--from 2021-02-30', '--from 2021-02-30: write a date of the calendar, as 2021, 2021-12 or 2021-12-17'],
  ['--from 2022 --until 2021', '--from 2022 is after --until 2021'],
  [
    '--window 3q',
    '--window 3q: write a number and d, w, m or y, as 90d, 4w, 6m or 1y (days, weeks, months, years)',
  ],
  ['--step 2', '--step goes with --window'],
  ['--window 1d --step 0', '--step 0: write a number from 1'],
  ['--window 2y --from 2021 --until 2021', 'no window of 2 years fits between --from and --until'],
  [
    '--window 1d --from 1900 --until 2021',
    'these are more than 20000 windows: take a larger --step, or set --from and --until',
  ],
  ['--window 1y --format gexf', 'gexf has a file for each window: name a folder with -o'],
  ['--topic dams', 'no document and no codebook has the topic dams. Did you mean dam?'],
])('%s is refused', async (options, message) => {
  const folder = new TestFolder(FILES);
  const { code, out, err } = await folder.run(['network', 'texts', ...options.split(' ')]);
  expect([code, out, err]).toEqual([2, '', `demarche: ${message}\n`]);
});

test('a file that is not there is 2, and the others are still done', async () => {
  const folder = new TestFolder(FILES);
  const { code, out, err } = await folder.run(['network', 'texts', 'gone.demarche']);
  expect(code).toBe(2);
  expect(out).toContain('ardia,dam,1');
  expect(err).toContain('gone.demarche: not found');
});
