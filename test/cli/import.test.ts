import { Buffer } from 'node:buffer';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { CODEBOOK, TestFolder } from './kit.ts';

const TEXT = 'Müller 🚢 asks\r\nfor a halt.\r\n\r\nNobody {sic} does.\r\n';
const ANN = [
  'T1\tActor 0 6\tMüller',
  'T2\tDemand 9 13;14 24\tasks for a halt',
  'E1\tDemand:T2 Claimant:T1',
  'A1\tPosition E1 Oppose',
  'T3\tRumour 20 33\thalt. Nobody',
  '#1\tAnnotatorNotes E1\tis it one?',
  '',
].join('\n');

test('brat: text and annotations become a document, and what has no place is named', async () => {
  const folder = new TestFolder({ 'a.ann': ANN, 'a.txt': TEXT });
  const { code, err } = await folder.run(['import', '--from', 'brat', 'a.ann', '-o', 'a.demarche']);
  expect({ code, err }).toEqual({
    code: 0,
    err:
      'demarche: a.ann: not taken over: type Rumour, kept as label=Rumour of a claim (1)\n' +
      'demarche: a.ann: attributes that no codebook has yet: label (--codebook adds them)\n',
  });
  expect(folder.read('a.demarche')).toBe(
    [
      '---',
      'actors:',
      '  müller: { name: Müller }',
      '---',
      '',
      '{@müller: Müller} 🚢 {demand #E1 by=@müller position=oppose: asks',
      'for a {+#T3: halt} {>> is it one? <<}}{claim #T3 label=Rumour: .}',
      '',
      '{+#T3: Nobody} \\{sic\\} does.',
      '',
    ].join('\r\n'),
  );
  const { out } = await folder.run(['strip', 'a.demarche']);
  expect(out).toBe(TEXT);
});

test('the text is found beside the file, in a folder, or where --text says', async () => {
  const folder = new TestFolder({ 'ann/a.ann': ANN, 'texts/a.txt': TEXT, 'other.txt': TEXT });
  const missing = await folder.run(['import', '--from', 'brat', 'ann/a.ann']);
  expect(missing).toMatchObject({ code: 2, out: '', err: expect.stringContaining('a.txt') });
  for (const text of ['texts', 'other.txt']) {
    const { code, out } = await folder.run(['import', '--from', 'brat', 'ann', '--text', text]);
    expect([code, out.includes('{demand #E1')]).toEqual([0, true]);
  }
});

test('a mistake is named with file and line, the other files are done, and nothing is half written', async () => {
  const folder = new TestFolder({
    'a.ann': ANN,
    'a.txt': TEXT,
    'b.ann': 'T1\tActor 0 6000\tx\n',
    'b.txt': TEXT,
  });
  const { code, err } = await folder.run(['import', '--from', 'brat', '.', '-o', 'out/']);
  expect(code).toBe(2);
  expect(err).toContain('b.ann: line 1: the offsets are no “start end” within the text');
  expect(folder.names().filter((name) => name.startsWith('out'))).toEqual(['out/a.demarche']);
  const again = await folder.run(['import', '--from', 'brat', 'a.ann', '-o', 'out/a.demarche']);
  expect(again).toMatchObject({ code: 2, err: expect.stringContaining('--force') });
  expect(await folder.run(['import', '--from', 'brat'])).toMatchObject({ code: 2 });
  expect(await folder.run(['import', '--from', 'word', 'a.ann'])).toMatchObject({ code: 2 });
});

test('actors that the codebook names are its; --codebook takes the others', async () => {
  const table =
    'statement_id;time;person;organization;concept;agreement;start_position;stop_position;text;coder;document_id\n' +
    '"1";"2024-01-02 00:00:00";"Ada Lind";"the Kremlin";"Enlargement";"1";"0";"6";"Müller";"kh";"a"\n' +
    '"2";"2024-01-02 00:00:00";"";"\'=Fog";"Fog; \'thick\'";"0";"0";"6";"Müller";"kh";"a"\n';
  const folder = new TestFolder({ 'demarche.yaml': CODEBOOK, 'events.csv': table, 'a.txt': TEXT });
  const inHead = await folder.run(['import', '--from', 'dna', 'events.csv', '-o', 'a.demarche']);
  expect(inHead).toMatchObject({ code: 0, err: '' });
  const head = folder.read('a.demarche');
  expect(head).toContain('of: russia');
  expect(head).not.toContain('russia: {');
  expect(head).toContain('{claim by=@ada-lind topic=enlargement position=support date=2024-01-02:');
  const args = ['import', '--from', 'dna', 'events.csv', '-o', 'b.demarche', '--codebook', 'demarche.yaml'];
  expect(await folder.run(args)).toMatchObject({ code: 0 });
  expect(folder.read('demarche.yaml')).toContain('  ada-lind: { name: Ada Lind, kind: person, of: russia }');
  expect(folder.read('b.demarche')).not.toContain('actors:');
  const lint = await folder.run(['lint', 'b.demarche', '--fail-on', 'warning']);
  expect(lint).toMatchObject({ code: 0 });
});

test('a project that is a bomb, leads outside, or is no zip is refused', async () => {
  const entry = (name: string, content: string) => zipSync({ [name]: Buffer.from(content) });
  const folder = new TestFolder({
    'bomb.qdpx': zipSync({ 'project.qde': Buffer.alloc(64 << 20, 'x') }),
    'outside.qdpx': entry('../../project.qde', '<Project/>'),
    'text.qdpx': 'no zip',
    'entity.qdpx': entry(
      'project.qde',
      '<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/hosts">]><Project>&x;</Project>',
    ),
    'broken.qdpx': entry('project.qde', '<Project><Sources></Project>'),
  });
  const { code, out, err } = await folder.run(['import', '--from', 'qdpx', '.', '-o', 'out']);
  expect([code, out]).toEqual([2, '']);
  expect(err.trimEnd().split('\n')).toEqual([
    expect.stringContaining('bomb.qdpx: “project.qde” in it is packed so densely'),
    expect.stringContaining('broken.qdpx: is no sound XML'),
    expect.stringContaining('entity.qdpx: is no sound XML'),
    expect.stringContaining('outside.qdpx: has a file in it whose name leads outside'),
    expect.stringContaining('text.qdpx: is no zip'),
  ]);
});
