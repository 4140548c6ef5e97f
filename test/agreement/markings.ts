/** Two coders' copies of one text, at random: tags nest, overlap with the other's, and hold ids that clash. */
import fc from 'fast-check';
import { escapeText } from '../../server/src/syntax/escape.ts';

const WORDS = [
  'ice',
  'is',
  'thick,',
  '“so”',
  '\\',
  'C:\\x',
  '{sic}',
  '#1',
  '冰',
  '🚢',
  '\n',
  '# no',
  '\n\n',
  '\n\n# Head ',
  '\r\n',
];

/** Words, and between which of them a tag stands. */
const tag = fc.record({
  from: fc.nat(30),
  length: fc.nat(6),
  head: fc.constantFrom(
    'claim',
    'claim #a',
    'claim #b by=@norland',
    'demand #a to=@sudmark',
    'claim by=@lind supports=#a',
    '@norland',
    '@lind,@sudmark',
    'demand if="a: \\"b\\"" until=2024',
  ),
});

function write(
  words: readonly string[],
  tags: readonly { from: number; length: number; head: string }[],
): string {
  // Only tags that nest in each other and lie in one paragraph: what is left out is simply not marked.
  const chosen: { from: number; to: number; head: string }[] = [];
  for (const { from, length, head } of tags) {
    const to = from + length;
    const inside = words.slice(from, to + 1);
    const crosses = chosen.some(
      (each) =>
        (each.from < from && from <= each.to && each.to < to) ||
        (from < each.from && each.from <= to && to < each.to),
    );
    if (to >= words.length || crosses || inside.some((word) => /\n/.test(word))) continue;
    chosen.push({ from, to, head });
  }
  chosen.sort((a, b) => a.from - b.from || b.to - a.to);
  let text = '';
  for (const [index, word] of words.entries()) {
    for (const each of chosen) if (each.from === index) text += `{${each.head}: `;
    // A backslash before a mark, and a number sign that starts no heading, are escaped.
    text += word.startsWith('\n\n#') ? word : escapeText(word).replace(/\\$/, '\\\\').replace(/^#/, '\\#');
    for (const each of chosen) if (each.to === index) text += '}';
    if (!/\n|# Head/.test(word)) text += ' ';
  }
  return text;
}

/** The sources of two copies. Their published text is the same. */
export const markings: fc.Arbitrary<readonly [string, string]> = fc
  .tuple(
    fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 30 }),
    fc.array(tag, { maxLength: 8 }),
    fc.array(tag, { maxLength: 8 }),
    fc.nat(4),
  )
  .map(([words, a, b, shared]) => [write(words, a), write(words, [...a.slice(0, shared), ...b])]);
