/** Random texts and documents for properties: prose, marks whole and broken, white space of every kind. */
import fc from 'fast-check';

const PIECES = [
  '{', '}', '{claim: ', '{claim #a by=@x: ', '{demand #b to=@y,@z topic=t: ', '{@x: ', '{@x', '{+#a: ', '{+#a', '{clam #c: ',
  '{claim', '{claim #a', '{claim by=', '{claim by="', '{claim if="a b" ', 'by=@x ', ':', '：', '＝', '，', '{sic}', '\\', '\\{', '\\}',
  '\\\\', '\\#', '{>> memo <<}', '{>> ', ' <<}', '{>> demarche-ignore stray-brace: why <<}', '# ', '## Heading', '#', '@x', '"', ' ', '  ',
  '\t', '\n', '\n\n', '\r\n', '\r', '\r\n\r\n', '---\n', '---\ntitle: x\n---\n', '...\n', '\uFEFF', '\u00A0', '\u3000', '\u200E', 'words',
  'Moscow', '俄罗斯', 'الصين', 'é', '🇫🇷', '\uD83D', '\0', '.', ',',
]; // biome-ignore format: a list

/** Token soup: any string, but rich in marks and line ends. */
export const soup = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    ),
    {
      maxLength: 40,
    },
  )
  .map((pieces) => pieces.join(''));

/** A part of the whole, evenly spread. (`fc.double` spreads over exponents: nearly all of it would be next to 0.) */
export const share = fc.nat(10_000).map((part) => part / 10_000);

/** An edit of a text of unknown length: places are fractions of it. */
export const edit = fc.record({
  from: share,
  length: fc.oneof(fc.constant(0), fc.nat(6), fc.nat(60)),
  inserted: fc.oneof(fc.constant(''), fc.constantFrom(...PIECES), soup),
});

/** Pieces of prose that hold no mark, but signs that look like parts of one. None can start a heading. */
const PROSE = [
  'The ice', ' is thick', ', “he said”', ' "so"', ': it', ' @x', ' #y', ' a=b', '. ', ' \\{sic\\}', ' C:\\ports', ' \\\\', '\nand', ' 冰很厚',
  ' الجليد', ' 🚢', ' {>> a memo <<}', ',', '-', 'claim', ' x ', ' ',
]; // biome-ignore format: a list

const id = fc.constantFrom('a', 'b1', 'cold-2', '北岸', 'é_x', '2nd');
const actors = fc
  .array(id, { minLength: 1, maxLength: 3 })
  .map((ids) => ids.map((each) => `@${each}`).join(','));
const word = fc.constantFrom('ice', 'support', '2022-01-19', 'St.Abel', 'a@b');
/** Without `#` and `=`: while the closing quote is missing they would be attributes. */
const quotedText = fc
  .array(
    fc.constantFrom('if', ' ', 'the wind', ', ', ': ', '12:00', '\\"', '\\\\', '\\{', '\\}', '@x', '冰'),
    { maxLength: 5 },
  )
  .map((pieces) => `"${pieces.join('')}"`);
const statements = fc
  .array(id, { minLength: 1, maxLength: 2 })
  .map((ids) => ids.map((each) => `#${each}`).join(', '));

const attributes = fc
  .uniqueArray(
    fc.oneof(
      fc.tuple(fc.constantFrom('by', 'to', 'about', 'via'), actors),
      fc.tuple(fc.constantFrom('topic', 'place', 'date', 'own_1'), word),
      fc.tuple(fc.constantFrom('if', 'note', 'until'), quotedText),
      fc.tuple(fc.constantFrom('supports', 'rebuts'), statements),
    ),
    { maxLength: 3, selector: ([name]) => name },
  )
  .map((list) => list.map(([name, value]) => ` ${name}=${value}`).join(''));

/** The head of a sound tag, from its `{` on. */
const head = fc.oneof(
  actors.map((list) => `{${list}`),
  id.map((each) => `{+#${each}`),
  fc
    .tuple(fc.constantFrom('claim', 'demand'), fc.option(id, { nil: null }), attributes)
    .map(([kind, own, rest]) => `{${kind}${own === null ? '' : ` #${own}`}${rest}`),
);

/** An opening mark with the space that belongs to it. */
const opening = fc.tuple(head, fc.constantFrom(': ', ' : ')).map(([start, end]) => start + end);

/** A sound tag whose body is text alone, on one line. */
export const soundTag = fc
  .tuple(
    head,
    fc.constantFrom(': ', ':', ' :'),
    fc.array(fc.constantFrom(...PROSE.filter((each) => !/\n|\{>>/.test(each))), { maxLength: 3 }),
  )
  .map(([start, end, body]) => `${start}${end}${body.join('')}}`);

/** A memo on one line. */
export const memo = fc.constantFrom('{>> note <<}', '{>> a {@x: b} <<}', '{>><<}', '{>>a < b << } c<<}');

/** A part of a paragraph between two of which something may be typed. */
export interface Token {
  readonly text: string;
  /** How many tags are open after it. */
  readonly depth: number;
}

/** A paragraph of prose and sound tags, some of them nested, as tokens. It starts with a word. */
export const paragraph: fc.Arbitrary<Token[]> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...PROSE) },
      { weight: 2, arbitrary: opening },
      { weight: 3, arbitrary: fc.constant('}') },
    ),
    { maxLength: 14 },
  )
  .map((pieces) => {
    const tokens: Token[] = [{ text: 'So', depth: 0 }];
    let depth = 0;
    for (const text of pieces) {
      if (text === '}' && depth === 0) continue;
      if (text === '}') depth--;
      else if (/^\{[^>]/.test(text)) depth++;
      tokens.push({ text, depth });
    }
    while (depth > 0) tokens.push({ text: '}', depth: --depth });
    return tokens;
  });
