import { expect, test } from 'vitest';
import { TestFolder } from './kit.ts';

const FILES = {
  'demarche.yaml':
    'actors:\n  norland: { name: Norland, kind: state }\n  sudmark: { name: Sudmark, kind: state }\n',
  'a.demarche':
    '---\ntitle: The dam\n---\n\n{demand #stop by=@sudmark to=@norland: Stop}\n{claim by=@norland rebuts=#b/far: No}\n',
  'b.demarche':
    '---\ntitle: The river\n---\n\n{claim #far by=@norland answers=#a/stop response=reject: Far}\n',
};

test('svg is one picture of all that the paths name', async () => {
  const folder = new TestFolder(FILES);
  const one = await folder.run(['export', '--to', 'svg', 'a.demarche']);
  expect(one).toMatchObject({ code: 0, err: '' });
  expect(one.out).toMatch(/^<svg [^]*<\/svg>\n$/);
  expect(one.out.match(/role="button"/g)).toHaveLength(2);
  // What it refers to elsewhere is read for its name, but not drawn.
  expect(one.out).toContain('rebuts Norland: #far – The river');
  const all = await folder.run(['export', '--to', 'svg']);
  expect(all.out.match(/role="button"/g)).toHaveLength(3);
});

test('-o writes the file whole; a network, a ledger and DOT as asked for', async () => {
  const folder = new TestFolder(FILES);
  expect(
    await folder.run(['export', '--to', 'html', '--picture', 'demands', '-o', 'out/d.html']),
  ).toMatchObject({
    code: 0,
    out: '',
  });
  expect(folder.read('out/d.html')).toContain('<td dir="auto">reject</td>');
  const dot = await folder.run(['export', '--to', 'dot', '--picture', 'network', 'a.demarche', 'b.demarche']);
  expect(dot.out).toContain('"sudmark" -> "norland" [label="1 refused"');
  const page = await folder.run(['export', '--to', 'html', '--picture', 'argument', '.']);
  expect(page.out).toContain('<strong>Sudmark</strong> demands of Norland: Stop');
});

test('filters take actors with or without their sign', async () => {
  const folder = new TestFolder(FILES);
  const count = async (...args: string[]) =>
    (await folder.run(['export', '--to', 'svg', ...args])).out.match(/role="button"/g)?.length ?? 0;
  expect(await count('--actor', '@sudmark')).toBe(1);
  expect(await count('--actor', 'sudmark,norland')).toBe(3);
  expect(await count('--kind', 'demand')).toBe(1);
  expect(await count('--topic', 'dam')).toBe(0);
});

test.each([
  [
    ['--to', 'html', '--topic', 'dam'],
    '--topic is for pictures: say which with --picture argument, network or demands',
  ],
  [['--to', 'svg', '--picture', 'demands'], '--picture demands is a table: it goes to html, not to svg'],
  [
    ['--to', 'json', '--picture', 'network'],
    '--picture is for pictures (--to svg, html or dot), not for json',
  ],
  [
    ['--to', 'ndjson', '--actor', 'norland'],
    '--actor is for pictures (--to svg, html or dot), not for ndjson',
  ],
])('%j is refused with a word', async (args, message) => {
  const folder = new TestFolder(FILES);
  expect(await folder.run(['export', ...args, 'a.demarche'])).toMatchObject({
    code: 2,
    out: '',
    err: `demarche: ${message}\n`,
  });
});
