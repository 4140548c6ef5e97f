/** No line makes the engine slow: what it takes grows with the line's length, and no faster. */
import { expect, test } from 'vitest';
import { loadGrammar } from './tokenizer.ts';

const grammar = await loadGrammar();
const LENGTH = 50_000;

// The whole list takes about a second; the bound is for machines that do other things besides.
const MOST_MILLISECONDS = 10_000;

const HOSTILE: readonly (readonly [start: string, unit: string])[] = [
  ['', '{'],
  ['', '}'],
  ['', '\\'],
  ['', '#'],
  ['', '{claim:'],
  ['', '{claim #a '],
  ['', '{>>'],
  ['', '{>> x <<}'],
  ['', '{@x'],
  ['', '{+#a'],
  ['', '{sic} '],
  ['', '{x a=1 '],
  ['', '{x a=1,"'],
  ['{x', ' a=b'],
  ['{x', ' a="'],
  ['{claim', ' by=@x'],
  ['{claim by=@x', ',@x'],
  ['{claim by=', ','],
  ['{claim if=', '"'],
  ['{claim if="', '\\'],
  ['{claim if="', 'x'],
  ['', '{claim if="a '],
  ['{claim', ' '],
  ['{claim', '\u200E'],
  ['{claim \u200E', ' '],
  ['{claim ', 'x'],
  ['{claim #a x', '\u200E'],
  ['{claim: ', '盐'],
  ['', '{\u200E'],
  ['', '{claim by=@a, '],
  ['---', ' '],
  ['', ' '],
];

test.each(HOSTILE)('%j and then %j', (start, unit) => {
  const line = start + unit.repeat(LENGTH / unit.length);
  const from = performance.now();
  const { ruleStack } = grammar.tokenizeLine2(line, null);
  grammar.tokenizeLine2('', ruleStack);
  expect(performance.now() - from).toBeLessThan(MOST_MILLISECONDS);
});

test('a line of a megabyte', () => {
  const unit =
    '{claim #a by=@x,@y if="a \\"b\\"": Words {@x: of} a {sic} \\{paragraph\\}} {>> and a note <<} 盐 ';
  const from = performance.now();
  grammar.tokenizeLine2(unit.repeat(1_000_000 / unit.length), null);
  expect(performance.now() - from).toBeLessThan(MOST_MILLISECONDS);
});

test('what was open at the end of a long line is closed after a blank one', () => {
  const { ruleStack } = grammar.tokenizeLine2('{claim: '.repeat(25_000), null);
  expect(ruleStack.depth).toBeGreaterThan(25_000);
  expect(grammar.tokenizeLine2('', ruleStack).ruleStack.depth).toBe(1);
});
