/** What is open ends with its block: at a blank line, at a heading, and after one. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { soup } from '../kit/arbitraries.ts';
import { cases } from '../kit/cases.ts';
import { loadGrammar, scopesAt, tokenize } from './tokenizer.ts';

const grammar = await loadGrammar();
const PARAGRAPH = ['meta.paragraph'];

const OPEN = [
  '{claim #a by=@x: words',
  '{claim: {demand: {@x: words',
  '{claim by=@x,',
  '{claim if="words',
  '{claim: {sic',
  '{@x,',
  '{>> a note',
  '{claim: {>> a note',
  '{+#a',
  '{',
];

test.each(OPEN)('%s does not leak', (open) => {
  for (const end of ['\n\n', '\n \t\n', '\r\n\r\n', '\r\r', '\nmore\n\n', '\n\t{claim: \n\n']) {
    expect(scopesAt(grammar, `${open}${end}CLEAN`, 'CLEAN'), JSON.stringify(end)).toEqual(PARAGRAPH);
  }
  for (const mark of ['#', '######']) {
    const text = `${open}\n${mark} HEADING ${open}\nCLEAN`;
    const level = `markup.heading.${mark.length}`;
    expect(scopesAt(grammar, text, 'HEADING')).toEqual([level, 'entity.name.section']);
    expect(scopesAt(grammar, text, 'CLEAN')).toEqual(PARAGRAPH);
  }
});

test('a tag goes on over line ends', () => {
  const inTag = ['meta.paragraph', 'meta.claim'];
  expect(scopesAt(grammar, '{claim: one\ntwo\n#three', 'two')).toEqual(inTag);
  expect(scopesAt(grammar, '{claim: one\r\ntwo', 'two')).toEqual(inTag);
  expect(scopesAt(grammar, '{claim: one\n#three', 'three')).toEqual(inTag);
});

test('a head stands right after its brace, not at the start of a line of the body', () => {
  expect(scopesAt(grammar, '{claim: one\nclaim two', 'claim two')).toEqual(['meta.paragraph', 'meta.claim']);
  expect(scopesAt(grammar, '{@x: one\n@y', '@y')).toEqual(['meta.paragraph', 'meta.mention']);
  expect(scopesAt(grammar, '{claim: one \\{claim #a', '#a')).toEqual(['meta.paragraph', 'meta.claim']);
});

test('after any text and a blank line, nothing is open', () => {
  fc.assert(
    fc.property(soup, (text) => {
      // A first block of its own, so that no head of YAML begins.
      for (const line of tokenize(grammar, `x\n\n${text}\n\n`)) {
        if (/^[ \t]*$/.test(line.text)) expect(line.depth).toBe(1);
      }
    }),
    cases(150),
  );
});

test('a stray brace keeps its own closing brace, and the tag around it has its own', () => {
  expect(scopesAt(grammar, '{claim: so {sic} INSIDE} outside', 'INSIDE')).toEqual([
    ...PARAGRAPH,
    'meta.claim',
  ]);
  expect(scopesAt(grammar, '{claim: so {sic} inside} OUTSIDE', 'OUTSIDE')).toEqual(PARAGRAPH);
});

test('front matter stands at the start of the file, and nowhere else', () => {
  const yaml = ['meta.head.document', 'meta.embedded.block.yaml'];
  for (const start of ['---\n', '\uFEFF---\n', '--- \t\r\n']) {
    expect(scopesAt(grammar, `${start}KEY: x`, ': x')).toEqual(yaml);
  }
  for (const start of ['\n---\n', ' ---\n', '----\n', 'x\n---\n', '--- x\n', '# x\n---\n']) {
    expect(scopesAt(grammar, `${start}KEY: x`, 'KEY')).toEqual(PARAGRAPH);
  }
});

test('front matter ends at its closing line, or before a blank one, whatever YAML has open', () => {
  const open = '---\ntitle: "open';
  for (const end of ['---', '...', '--- ', '']) {
    expect(scopesAt(grammar, `${open}\n${end}\nCLEAN`, 'CLEAN'), end).toEqual(PARAGRAPH);
  }
  for (const notEnd of ['----', ' ---', '....']) {
    expect(scopesAt(grammar, `${open}\n${notEnd}\nYAML`, 'YAML'), notEnd).toContain(
      'meta.embedded.block.yaml',
    );
  }
  expect(scopesAt(grammar, '---\n---\nCLEAN', 'CLEAN')).toEqual(PARAGRAPH);
});
