import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { SOUND, TestFolder, UNSOUND } from './kit.ts';

describe('help', () => {
  test('of all commands, and of each, with an example', async () => {
    const folder = new TestFolder();
    const { code, out } = await folder.run(['--help']);
    expect(code).toBe(0);
    const names = Array.from(out.matchAll(/^ {2}([a-z]+) {2}/gm), ([, name]) => name as string).filter(
      (name) => name !== 'help',
    );
    expect(names).toEqual([
      'lint',
      'format',
      'rename',
      'strip',
      'tag',
      'export',
      'import',
      'search',
      'stats',
      'network',
      'agree',
      'merge',
      'lsp',
    ]);
    for (const help of await Promise.all(names.map((name) => folder.run([name, '--help'])))) {
      expect(help).toMatchObject({ code: 0, err: '' });
      expect(help.out).toMatch(/^Examples?( \(.*\))?:$/m);
      for (const line of help.out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    }
  });

  test('the version', async () => {
    expect(await new TestFolder().run(['--version'])).toMatchObject({
      code: 0,
      out: `${packageJson.version}\n`,
    });
  });
});

describe('wrong use ends with 2 and the nearest name', () => {
  test.each([
    [['lnt'], 'Did you mean lint?'],
    [['lint', '--fomat', 'json'], 'Did you mean --format?'],
    [['lint', '--format', 'xml'], 'text, json, ndjson'],
    [['lint', '--fail-on', 'hint'], 'error, warning, info'],
    [['tag', 'a', 'b'], 'too many arguments'],
    [[], 'Usage: demarche'],
  ])('%j', async (args, words) => {
    const { code, out, err } = await new TestFolder().run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
    expect(err).not.toMatch(/^\s+at /m);
  });
});

test('a reader that goes away ends it without a word', async () => {
  const folder = new TestFolder();
  for (let i = 0; i < 300; i++) folder.write(`${i}.demarche`, UNSOUND.repeat(5));
  const child = folder.start(['lint', '--format', 'ndjson']);
  let err = '';
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  expect(await once(child, 'close')).toEqual([0, null]);
  expect(err).toBe('');
});

test('a slow reader gets all of it', async () => {
  const folder = new TestFolder({ 'a.demarche': `${SOUND}\n${'Words and words. '.repeat(500_000)}` });
  const child = folder.start(['strip', 'a.demarche']);
  let length = 0;
  for await (const chunk of child.stdout) {
    length += chunk.length;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  expect(length).toBeGreaterThan(8_500_000);
});

test('where an error comes from is told to those who ask', async () => {
  const folder = new TestFolder({ 'a.txt': 'Words' });
  const args = ['tag', 'a.txt', '-o', 'a.txt'];
  expect((await folder.run(args)).err).toBe('demarche: a.txt: exists already (--force replaces it)\n');
  expect((await folder.run(args, { env: { DEMARCHE_DEBUG: '1' } })).err).toMatch(/^\s+at /m);
});

// Linux's /dev/full: elsewhere this fails, since a test that can't run has not passed.
test('a full disk is told of', async () => {
  const folder = new TestFolder({ 'a.demarche': SOUND });
  const { code, err } = await folder.run(['export', '--to', 'json', 'a.demarche', '-o', '/dev/full']);
  expect({ code, err }).toEqual({ code: 2, err: 'demarche: /dev/full: the disk is full\n' });
});

test('lsp answers over standard input and output', async () => {
  const request = JSON.stringify({
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { processId: null, rootUri: null, capabilities: {} },
  });
  const child = new TestFolder().start(['lsp', '--stdio']);
  child.stdin.write(`Content-Length: ${request.length}\r\n\r\n${request}`);
  const [answer] = await once(child.stdout, 'data');
  expect(String(answer)).toMatch(/^Content-Length: \d+/);
  child.stdin.end();
  await once(child, 'close');
});
