/** `demarche rename`. */
import fs from 'node:fs';
import { expect, test } from 'vitest';
import { replaceTogether } from '../../server/src/cli/writeAside.ts';
import { ARTICLES_CODEBOOK, article, articlePath } from '../kit/articles.ts';
import { CODEBOOK, SOUND, TestFolder } from './kit.ts';

const REPLY = SOUND.replace(
  'demand #halt by=@russia to=@us',
  'claim #no by=@us answers=#halfway/halt response=reject',
);

function workspace(): TestFolder {
  return new TestFolder({
    'demarche.yaml': CODEBOOK,
    'texts/halfway.demarche': SOUND,
    'replies/no.demarche': `\uFEFF${REPLY.replaceAll('\n', '\r\n')}`,
    'elsewhere/demarche.yaml': CODEBOOK,
    'elsewhere/other.demarche': SOUND,
  });
}

test('an actor, in its codebook and in all documents of it, also where nobody named them', async () => {
  const folder = workspace();
  const { code, out, err } = await folder.run(['rename', 'actor', '@russia', 'rus', 'texts']);
  expect({ code, out, err }).toEqual({
    code: 0,
    out: 'demarche.yaml: 1 place\nreplies/no.demarche: 1 place\ntexts/halfway.demarche: 2 places\n4 places in 3 files changed\n',
    err: '',
  });
  expect(folder.read('demarche.yaml')).toBe(CODEBOOK.replace('russia:', 'rus:'));
  expect(folder.read('texts/halfway.demarche')).toBe(SOUND.replaceAll('@russia', '@rus'));
  expect(folder.read('replies/no.demarche')).toBe(
    `\uFEFF${REPLY.replaceAll('\n', '\r\n').replaceAll('@russia', '@rus')}`,
  );
  expect(folder.read('elsewhere/other.demarche')).toBe(SOUND);
});

test('a statement, a document and a topic, with their references', async () => {
  const folder = workspace();
  await folder.run(['rename', 'statement', 'halfway/halt', 'stop', '.']);
  expect(folder.read('texts/halfway.demarche')).toContain('{demand #stop');
  expect(folder.read('replies/no.demarche')).toContain('answers=#halfway/stop');
  await folder.run(['rename', 'document', 'halfway', 'half', '.']);
  expect(folder.read('texts/halfway.demarche')).toContain('id: half\n');
  expect(folder.read('replies/no.demarche')).toContain('answers=#half/stop');
  await folder.run(['rename', 'topic', 'enlargement', 'growth', 'texts', 'replies']);
  expect(folder.read('demarche.yaml')).toContain('  growth: ');
  expect((await folder.run(['lint', 'texts', 'replies', '--fail-on', 'warning'])).code).toBe(0);
});

test('--dry-run shows each place and changes nothing', async () => {
  const folder = workspace();
  const { out } = await folder.run(['rename', 'actor', 'us', 'usa', 'texts', '--dry-run']);
  expect(out).toBe(
    'demarche.yaml:3:3: us → usa\nreplies/no.demarche:7:34: us → usa\ntexts/halfway.demarche:7:48: us → usa\n3 places in 3 files would be changed\n',
  );
  expect(folder.read('demarche.yaml')).toBe(CODEBOOK);
});

test.each([
  [['actor', 'russia', 'us', 'texts'], 'The codebook has an actor @us already.'],
  [['actor', 'russia', 'a b', 'texts'], 'is no id'],
  [['actor', 'author', 'writer', 'texts'], 'the language’s own name'],
  [['actor', 'rusia', 'rus', 'texts'], 'no actor is called rusia'],
  [['statement', 'halt', 'stop', '.'], '2 documents have a statement #halt'],
  [['actor', 'russia', 'rus', '.'], '2 codebooks define russia'],
  [['document', 'nowhere', 'x', '.'], 'no document has the id nowhere'],
  [['attribute', 'by', 'from', '.'], 'an attribute of the language itself'],
])('%j is refused with the reason', async (args, reason) => {
  const folder = workspace();
  const { code, out, err } = await folder.run(['rename', ...args]);
  expect({ code, out, err }).toEqual({ code: 2, out: '', err: expect.stringContaining(reason) });
  expect(folder.read('texts/halfway.demarche')).toBe(SOUND);
});

test('nothing is changed if a file can’t be read, or can’t be written', async () => {
  const folder = workspace();
  folder.write('texts/odd.demarche', new Uint8Array([0xff]));
  expect(await folder.run(['rename', 'actor', 'russia', 'rus', 'texts'])).toMatchObject({ code: 2, out: '' });
  expect(folder.read('demarche.yaml')).toBe(CODEBOOK);
  // Not even root may write beside this one; the other is written aside first.
  const before = fs.readFileSync('/proc/version', 'utf8');
  const replacements = [
    { path: folder.path('demarche.yaml'), before: CODEBOOK, after: 'x' },
    { path: '/proc/version', before, after: 'x' },
  ];
  await expect(replaceTogether(replacements)).rejects.toThrow('Nothing was changed in any file');
  const stale = [{ path: folder.path('demarche.yaml'), before: 'old', after: 'x' }];
  await expect(replaceTogether(stale)).rejects.toThrow('has changed in the meantime');
  expect(folder.read('demarche.yaml')).toBe(CODEBOOK);
  expect(folder.names().filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('killed at any moment, each file is the old one or the new one', async () => {
  const number = 40;
  for (const wait of [0, 3, 10, 25]) {
    const folder = new TestFolder({ 'demarche.yaml': ARTICLES_CODEBOOK });
    for (let i = 0; i < number; i++) folder.write(articlePath(i), article(i));
    const child = folder.start(['rename', 'actor', 'league', 'union', '.']);
    const ended = new Promise((resolve) => child.once('close', resolve));
    // From the first file that is written aside on.
    while (child.exitCode === null && !folder.names().some((name) => name.endsWith('.tmp')))
      await new Promise((resolve) => setTimeout(resolve, 1));
    await new Promise((resolve) => setTimeout(resolve, wait));
    child.kill('SIGKILL');
    await ended;
    for (let i = 0; i < number; i++) {
      const renamed = article(i).replaceAll('@league', '@union');
      expect([article(i), renamed]).toContain(folder.read(articlePath(i)));
    }
  }
});
