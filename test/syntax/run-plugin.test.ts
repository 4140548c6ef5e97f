/**
 * The Peggy plugin that turns runs of characters into one scan: what it makes of a small grammar, that Peggy's
 * parser still has the names that it relies on, and that it changes nothing but speed.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import peggy from 'peggy';
import { expect, test, vi } from 'vitest';
import { compileGrammar } from '../../grammar/build/peggy-plugin.mjs';
import { runPlugin } from '../../grammar/build/run-plugin.mjs';
import { parse } from '../../grammar/demarche.peggy';
import packageJson from '../../package.json' with { type: 'json' };
import { soup } from '../kit/arbitraries.ts';
import { cases } from '../kit/cases.ts';

// Many cases: a busy machine may need longer than a test usually gets.
vi.setConfig({ testTimeout: 120_000 });

const GRAMMAR = fileURLToPath(new URL('../../grammar/demarche.peggy', import.meta.url));

const sourceOf = (grammar: string) => peggy.generate(grammar, { output: 'source', plugins: [runPlugin] });

/** The scans in a parser: its sticky RegExps, and its loops over character codes. */
function scansIn(source: string): { expressions: string[]; loops: string[] } {
  const expressions = [...source.matchAll(/const run\$\d+ = (.*);/g)].map((match) => match[1] as string);
  const loops = [...source.matchAll(/while \((code .*?)\) code/g)].map((match) => match[1] as string);
  return { expressions, loops };
}

test('golden: what becomes of a grammar', () => {
  const source = sourceOf(`
    Start = $[^{}\\\\]+ $[a-z]* $[ \\t]+ $(!"x" [a-z] [^\\n]*) !([^<]+ "y") $([\\p{L}]u [\\p{M}_-]u*) $[\u{1F600}-\u{1F64F}]u+ $[^\\]]i+
    Kept = [a-z]+ / $("a"+) / $[]+ / $.+`);
  expect(scansIn(source)).toEqual({
    expressions: [
      '/[^{}\\\\]+/y',
      '/[a-z]+/y',
      '/[^\\u000a]+/y',
      '/[^<]+/y',
      '/[\\p{L}][\\p{M}_\\-]*/yu',
      '/[\\u{1f600}-\\u{1f64f}]+/yu',
      '/[^\\]]+/yi',
    ],
    loops: ['code === 32 || code === 9'],
  });
  expect(source).toContain(`
    run$0.lastIndex = peg$currPos;
    if (!run$0.test(input)) return false;
    peg$currPos = run$0.lastIndex;
    return true;`);
});

test("Peggy's parser has the names that the plugin relies on", () => {
  const source = compileGrammar(GRAMMAR);
  expect(source).toMatch(/^function peg\$parse\(input, options\) \{$/m);
  expect(source).toMatch(/^ {2}let peg\$currPos = .*;$/m);
  expect(source).toContain('input.charCodeAt(peg$currPos)');
  expect(packageJson.devDependencies.peggy).toMatch(/^\d+\.\d+\.\d+$/);
});

test('the runs of the language are scanned, Unicode properties too', () => {
  const { expressions, loops } = scansIn(compileGrammar(GRAMMAR));
  expect(expressions).toContain('/[^{}\\\\]+/y');
  expect(expressions).toContain('/[^\\u000d\\u000a]+/y');
  expect(expressions).toContain('/[\\p{L}\\p{Nd}][\\p{L}\\p{M}\\p{Nd}_\\-]*/yu');
  expect(loops).toContain('code === 8206 || code === 8207 || code === 1564');
});

test('the source map leads to the grammar', () => {
  const [, encoded = ''] =
    /sourceMappingURL=data:application\/json;[^,]*base64,(\S+)/.exec(compileGrammar(GRAMMAR)) ?? [];
  const map = JSON.parse(Buffer.from(encoded, 'base64').toString('utf8'));
  expect(map.sources).toContain('demarche.peggy');
  expect(map.mappings.length).toBeGreaterThan(1_000);
});

test('a parser without it says the same', () => {
  const grammar = readFileSync(GRAMMAR, 'utf8').replace(
    /import .*events\.ts';/,
    `const EventType = { Open: 0, Close: 1, Escape: 2, Memo: 3, OpenMemo: 4, Stray: 5 };`,
  );
  const plain = peggy.generate(grammar, { allowedStartRules: ['Document', 'Blocks', 'BlockEvents'] });
  fc.assert(
    fc.property(soup, (text) => {
      const startRule = 'BlockEvents';
      const blocks = text === '' ? [] : [text, `{claim ${text}`];
      expect(parse('', { startRule, blocks })).toEqual(plain.parse('', { startRule, blocks } as object));
      expect(parse(text, { startRule: 'Document' })).toEqual(plain.parse(text, { startRule: 'Document' }));
    }),
    cases(300),
  );
});
