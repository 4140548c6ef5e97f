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

/** An edit of a text of unknown length: places are fractions of it. */
export const edit = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat(6), fc.nat(60)),
  inserted: fc.oneof(fc.constant(''), fc.constantFrom(...PIECES), soup),
});
