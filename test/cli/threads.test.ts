/** Many files: in portions, by several threads, in parts; always the same as all at once. */
import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { JSON_FORM } from '../../server/src/cli/lintJson.ts';
import { emptySummary } from '../../server/src/cli/lintReport.ts';
import { Workspace } from '../../server/src/model/workspace.ts';
import { Linter } from '../../server/src/rules/linter.ts';
import { ARTICLES_CODEBOOK, article, articlePath } from '../kit/articles.ts';
import { CODEBOOK, type Outcome, SOUND, TestFolder } from './kit.ts';

/** A corpus in which much is wrong, and much depends on other files, far apart in the order of the paths. */
function hostileFiles(): Record<string, string> {
  const files: Record<string, string> = {
    'demarche.yaml': `${CODEBOOK.replace('topics:', '  idle: { name: Idle }\ntopics:')}  unused: { name: Nobody’s }\n  last: { name: The last one’s }\n`,
    'b/demarche.yaml': `${CODEBOOK}lint:\n  rules: { unanswered-demand: warning }\n`,
    'c/broken/demarche.yaml': 'actors: [',
    'd/demarche.yaml': 'actors:\n  nobody: { name: Nobody }\n',
  };
  const claim = (attributes: string) => `\n{claim by=@us ${attributes}: a word of theirs}.\n`;
  for (let i = 0; i < 120; i++) {
    const name = `n${String(i).padStart(3, '0')}`;
    files[`a/${name}.demarche`] = [
      SOUND,
      i % 7 === 0 ? claim(`answers=#n${String(119 - i).padStart(3, '0')}/halt response=reject`) : '',
      i % 11 === 0 ? claim('supports=#m999/halt') : '',
      i % 13 === 0 ? claim('rebuts=#heds/halt') : '',
      i % 17 === 0 ? '\n{sic} {claim #x by＝@rusia： y} } {>> open\n' : '',
      i === 119 ? claim('topic=last') : '',
    ].join('');
    files[`b/${name}.demarche`] =
      SOUND.replace('title', `id: m${i}\ntitle`) +
      claim(`answers=#m${119 - i}/halt response=agree`).repeat(i % 3);
  }
  for (const coder of ['eva', 'otto', 'eva'])
    files[`c/${coder}-${Object.keys(files).length}.demarche`] =
      SOUND.replace('title', `id: shared\ncoder: ${coder}\ntitle`) +
      claim('answers=#n001/halt response=agree');
  files['c/broken/x.demarche'] = SOUND;
  files['c/named.demarche'] = SOUND.replace('title', 'codebook: ../b/demarche.yaml\ntitle');
  files['c/heads.demarche'] = SOUND.replace('title', 'lint: { rules: { unanswered-demand: error } }\ntitle');
  files['c/answer.demarche'] = SOUND + claim('answers=#heads/halt response=agree');
  files['c/nothing.demarche'] = '';
  files['c/open.demarche'] = '---\ntitle: [\n\n{claim';
  return files;
}

/** What all files at once in one workspace give. */
function lintedAtOnce(files: Readonly<Record<string, string>>, paths: readonly string[]): string {
  const workspace = new Workspace();
  for (const [path, text] of Object.entries(files)) {
    if (path.endsWith('.yaml')) workspace.setCodebook(`/w/${path}`, text);
    else workspace.setDocument(`/w/${path}`, text);
  }
  const linter = new Linter(workspace);
  const summary = emptySummary();
  const told = paths.map((path) => {
    const document = workspace.document(`/w/${path}`);
    const codebook = workspace.codebooks.get(`/w/${path}`);
    const findings = document
      ? linter.findingsIn(document)
      : codebook
        ? linter.findingsInCodebook(codebook)
        : [];
    for (const { severity } of findings) summary[severity]++;
    summary.files++;
    const text = TextDocument.create('', '', 0, files[path] as string);
    return JSON_FORM.file({ path, text, findings }, summary);
  });
  return `${JSON_FORM.begin}${told.join(JSON_FORM.between)}${JSON_FORM.end(summary)}`;
}

const pathsIn = (out: string): string[] => JSON.parse(out).files.map(({ path }: { path: string }) => path);

describe('a lint of a hostile corpus', () => {
  const files = hostileFiles();

  test('finds in portions what all files at once give, whatever the number of threads', async () => {
    const folder = new TestFolder(files);
    const [one, three] = await Promise.all([
      folder.run(['lint', '--format', 'json', '--jobs', '1']),
      folder.run(['lint', '--format', 'json', '--jobs', '3']),
    ]);
    expect(pathsIn(one.out).sort()).toEqual(Object.keys(files).sort());
    expect(one.out).toBe(lintedAtOnce(files, pathsIn(one.out)));
    expect(three).toEqual(one);
    // What the corpus was made for is found.
    const rules = new Set([...one.out.matchAll(/"rule":"([^"]+)"/g)].map(([, rule]) => rule));
    for (const rule of [
      'undefined-statement',
      'duplicate-id',
      'unanswered-demand',
      'unused-topic',
      'unused-actor',
    ])
      expect(rules).toContain(rule);
    expect(one.out).toContain('Did you mean #heads/halt');
  });

  test('names what can’t be read once, in the order of the paths, and does the others', async () => {
    const folder = new TestFolder(files);
    folder.write('a/n003.demarche', new Uint8Array([0x41, 0xff]));
    folder.link('a/n077.demarche.demarche', 'nowhere');
    fs.mkdirSync(folder.path('e.demarche'));
    const runs = await Promise.all(
      ['1', '2'].map((jobs) => folder.run(['lint', '--format', 'ndjson', '--jobs', jobs])),
    );
    expect(runs[0]?.err).toMatch(/^demarche: a\/n003.*UTF-8.*\ndemarche: a\/n077.*: not found\n/);
    expect(runs[0]?.code).toBe(2);
    expect(runs[1]).toEqual(runs[0]);
  });

  test('--fix mends the same with several threads, and keeps the text', async () => {
    const [one, two] = [new TestFolder(files), new TestFolder(files)];
    const outcomes = [
      await one.run(['lint', '--fix', '--jobs', '1', '--format', 'json']),
      await two.run(['lint', '--fix', '--jobs', '2', '--format', 'json']),
    ];
    expect(outcomes[1]).toEqual(outcomes[0]);
    for (const name of one.names()) expect(two.read(name)).toBe(one.read(name));
    expect(one.read('a/n017.demarche')).toContain('by=@rusia');
    expect(one.names()).toEqual(Object.keys(files).sort());
  });

  test('parts are disjoint and together all; each finds what its files refer to', async () => {
    const folder = new TestFolder(files);
    const whole = await folder.run(['lint', '--format', 'ndjson']);
    const parts = await Promise.all(
      [1, 2, 3].map((part) => folder.run(['lint', '--format', 'ndjson', '--shard', `${part}/3`])),
    );
    const lines = ({ out }: Outcome) => out.split('\n').filter((line) => line !== '');
    for (const part of parts) expect(lines(part).length).toBeGreaterThan(40);
    const all = parts.flatMap(lines);
    expect(new Set(all).size).toBe(lines(whole).length);
    // A second document with one id may be in another part; all else is the same.
    const withoutTwins = (each: string[]) =>
      each
        .map((line) => JSON.parse(line))
        .map(({ path, diagnostics }) =>
          JSON.stringify([path, diagnostics.filter(({ rule }: { rule: string }) => rule !== 'duplicate-id')]),
        )
        .sort();
    expect(withoutTwins(all)).toEqual(withoutTwins(lines(whole)));
    expect(await folder.run(['lint', '--shard', '4/3'])).toMatchObject({ code: 2, out: '' });
  });
});

describe('an export', () => {
  test('to ndjson is the same with several threads, in parts, and in a file', async () => {
    const files = hostileFiles();
    const folder = new TestFolder(files);
    const one = await folder.run(['export', '--to', 'ndjson', '--jobs', '1']);
    expect(one.out.split('\n').length - 1).toBe(
      Object.keys(files).filter((path) => path.endsWith('.demarche')).length,
    );
    expect(await folder.run(['export', '--to', 'ndjson', '--jobs', '2'])).toEqual(one);
    await folder.run(['export', '--to', 'ndjson', '--jobs', '2', '-o', 'all.ndjson']);
    expect(folder.read('all.ndjson')).toBe(one.out);
    const parts = await Promise.all(
      ['1/2', '2/2'].map((shard) => folder.run(['export', '--to', 'ndjson', '--shard', shard])),
    );
    const lines = (out: string) => out.split('\n').sort().join('\n').trim();
    expect(lines(parts.map(({ out }) => out).join(''))).toBe(lines(one.out));
  });
});

describe('memory and interruption', () => {
  /** A folder of articles. */
  function corpus(count: number): TestFolder {
    const folder = new TestFolder({ 'demarche.yaml': ARTICLES_CODEBOOK });
    for (let number = 0; number < count; number++) folder.write(articlePath(number), article(number));
    return folder;
  }

  test('many files are gone over in a heap that would not hold them', async () => {
    // All documents at once take about 70 KB each, 140 MB; the heap is given 64.
    const env = { NODE_OPTIONS: '--max-old-space-size=64' };
    const { code, out, err } = await corpus(2000).run(['lint', '--jobs', '1', '--format', 'ndjson'], { env });
    expect({ code, err, files: out.split('\n').length - 1 }).toEqual({ code: 0, err: '', files: 2001 });
  });

  test('ctrl-c ends it with 130 and a word on how far it came', async () => {
    const folder = corpus(1500);
    for (const args of [
      ['lint', '--format', 'ndjson', '--jobs', '2'],
      ['export', '--to', 'ndjson', '--jobs', '1', '-o', 'out.ndjson'],
    ]) {
      const child = folder.start(args);
      let err = '';
      child.stderr.on('data', (chunk) => {
        err += chunk;
      });
      if (args[0] === 'lint') await new Promise((resolve) => child.stdout.once('data', resolve));
      else
        while (!folder.names().some((name) => name.endsWith('.tmp')))
          await new Promise((resolve) => setTimeout(resolve, 20));
      child.kill('SIGINT');
      const code = await new Promise((resolve) => child.once('close', resolve));
      expect({ code, err }).toEqual({
        code: 130,
        err: expect.stringMatching(/^demarche: stopped: [\d,]+ of 1,50[01] files (checked|exported)\n$/),
      });
    }
    expect(folder.names().filter((name) => name.includes('.tmp') || name.endsWith('ndjson'))).toEqual([]);
  });
});
