/** `lint --format sarif` and `github`, `--watch`, and what only a terminal shows. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { RULES } from '../../server/src/rules/index.ts';
import { ARTICLES_CODEBOOK, article, articlePath } from '../kit/articles.ts';
import { CODEBOOK, SOUND, TestFolder, UNSOUND } from './kit.ts';

describe('sarif', () => {
  test('is one run with its rules, results at their places, and fixes that mend', async () => {
    const text = `${UNSOUND}\n😀 {sic} words\n`;
    const folder = new TestFolder({
      'demarche.yaml': CODEBOOK,
      'a b/ü#1.demarche': text,
      'c.demarche': SOUND,
    });
    const { code, out } = await folder.run(['lint', '--format', 'sarif', '.']);
    expect(code).toBe(1);
    const log = JSON.parse(out);
    expect(log).toMatchObject({
      version: '2.1.0',
      $schema: expect.stringMatching(/sarif-schema-2\.1\.0\.json$/),
    });
    const [run] = log.runs;
    expect(run.columnKind).toBe('utf16CodeUnits');
    const { rules } = run.tool.driver;
    expect(rules.map(({ id }: { id: string }) => id)).toEqual([...RULES.keys()]);
    for (const { defaultConfiguration, shortDescription, helpUri } of rules) {
      expect(['error', 'warning', 'note', 'none']).toContain(defaultConfiguration.level);
      expect(shortDescription.text).not.toBe('');
      expect(() => new URL(helpUri)).not.toThrow();
    }
    for (const { ruleId, ruleIndex } of run.results) expect(rules[ruleIndex].id).toBe(ruleId);
    const stray = run.results.find(({ ruleId }: { ruleId: string }) => ruleId === 'stray-brace');
    const { artifactLocation, region } = stray.locations[0].physicalLocation;
    expect(decodeURIComponent(artifactLocation.uri)).toBe('a b/ü#1.demarche');
    expect(artifactLocation.uri).toBe(
      new URL(artifactLocation.uri, 'file:///w/').href.slice('file:///w/'.length),
    );
    expect(region).toEqual({ startLine: 9, startColumn: 4, endLine: 9, endColumn: 5 });
    // What the fix does is what --fix does.
    const lines = text.split('\n');
    for (const { deletedRegion: each, insertedContent } of [
      ...stray.fixes[0].artifactChanges[0].replacements,
    ].reverse()) {
      const line = lines[each.startLine - 1] as string;
      lines[each.startLine - 1] =
        line.slice(0, each.startColumn - 1) + (insertedContent?.text ?? '') + line.slice(each.endColumn - 1);
    }
    await folder.run(['lint', '--fix', '.']);
    expect(lines.join('\n')).toBe(folder.read('a b/ü#1.demarche'));
  });

  test('without a finding, and with several threads, is whole', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 70 }, (_, i) => [
        `n${i}.demarche`,
        i % 2 ? SOUND.replace('title', `id: n${i}\ntitle`) : UNSOUND,
      ]),
    );
    const folder = new TestFolder({ 'demarche.yaml': CODEBOOK, 'sound/a.demarche': SOUND, ...files });
    const results = async (...args: string[]) =>
      JSON.parse((await folder.run(['lint', '--format', 'sarif', ...args])).out).runs[0].results;
    expect(await results('sound')).toEqual([]);
    const one = await results('.', '--jobs', '1');
    expect(one.length).toBeGreaterThan(30);
    expect(await results('.', '--jobs', '3')).toEqual(one);
  });
});

test('github: a command a finding, and nothing in a name or message ends one or begins another', async () => {
  const folder = new TestFolder({
    'demarche.yaml': CODEBOOK,
    'a,b:c%.demarche': UNSOUND,
    'd.demarche': `${SOUND}\n{claim #x: {\n`,
  });
  const { code, out } = await folder.run(['lint', '--format', 'github', '.']);
  expect(code).toBe(1);
  const lines = out.trimEnd().split('\n');
  for (const line of lines)
    expect(line).toMatch(
      /^::(error|warning|notice) file=[^:,]+,line=\d+,endLine=\d+(,col=\d+,endColumn=\d+)?,title=[a-z-]+::.+$/,
    );
  expect(lines).toContainEqual(
    expect.stringMatching(
      /^::error file=a%2Cb%3Ac%25\.demarche,line=7,endLine=7,col=2,endColumn=7,title=undefined-actor::/,
    ),
  );
});

describe('--watch', () => {
  test('looks again after a change, once for several, and ends with ctrl-c', async () => {
    const folder = new TestFolder({ 'demarche.yaml': CODEBOOK, 'texts/deep/a.demarche': SOUND });
    const child = folder.start(['lint', '--watch', '--format', 'ndjson', 'texts']);
    let out = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    const until = async (count: number) => {
      while (out.split('\n').length - 1 < count) await new Promise((resolve) => setTimeout(resolve, 20));
    };
    await until(1);
    // The watch itself needs a moment on a busy machine.
    await new Promise((resolve) => setTimeout(resolve, 500));
    folder.write('texts/deep/a.demarche', UNSOUND);
    folder.write('texts/deep/notes.txt', 'no document');
    await until(2);
    fs.rmSync(folder.path('texts/deep/a.demarche'));
    folder.write('texts/deep/b.demarche', SOUND);
    await until(3);
    child.kill('SIGINT');
    const code = await new Promise((resolve) => child.once('close', resolve));
    const seen = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(seen.map(({ path, diagnostics }) => [path, diagnostics.length])).toEqual([
      ['texts/deep/a.demarche', 0],
      ['texts/deep/a.demarche', 1],
      ['texts/deep/b.demarche', 0],
    ]);
    expect(code).toBe(0);
  });

  test('is refused where it makes no sense', async () => {
    const folder = new TestFolder({ 'a.demarche': SOUND });
    for (const args of [['-'], ['--fix', '.'], ['--format', 'json', '.']])
      expect(await folder.run(['lint', '--watch', ...args])).toMatchObject({ code: 2, out: '' });
  });
});

test('a bar on a terminal, gone at the end; none in a pipe, and no colour with NO_COLOR', async () => {
  const folder = new TestFolder({ 'demarche.yaml': ARTICLES_CODEBOOK });
  for (let number = 0; number < 1200; number++) folder.write(articlePath(number), article(number));
  const args = ['lint', '--jobs', '1', '.'];
  const command = [process.execPath, folder.start(['--version']).spawnargs[1] as string, ...args]
    .map((word) => `'${word}'`)
    .join(' ');
  // util-linux's script gives a program a terminal.
  const shown = await new Promise<string>((resolve, reject) => {
    const child = spawn('script', ['-qec', command, '/dev/null'], {
      cwd: folder.root,
      env: { ...process.env, NO_COLOR: '1', TERM: 'xterm' },
    });
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
    });
    child.on('error', reject);
    child.on('close', () => resolve(text));
  });
  expect(shown).toMatch(/\r[█░]{24} [\d,]+ of 1,201 checked\u001b\[K/);
  const visible = shown.slice(shown.lastIndexOf('\u001b[K'));
  expect(visible).toContain('No mistakes in 1201 files');
  expect(shown).not.toMatch(/\u001b\[\d*m/);
  expect((await folder.run(args)).err).toBe('');
});
