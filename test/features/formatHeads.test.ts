import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatDocument,
  formatRange,
  formatTyped,
  type HeadEdit,
} from '../../server/src/features/formatHeads.ts';
import { describeDocument } from '../../server/src/formats/json.ts';
import { finish } from '../../server/src/model/pieces.ts';
import { applyEdits } from '../../server/src/rules/edits.ts';
import { paragraph, soup } from '../kit/arbitraries.ts';
import { cases } from '../kit/cases.ts';
import { openWorkspace, type TestWorkspace } from '../kit/workspace.ts';

function check(marked: string, expected: string, format?: (opened: TestWorkspace) => HeadEdit[]): void {
  const opened = openWorkspace(marked);
  const edits = format?.(opened) ?? finish(formatDocument(opened.document));
  expect(applyEdits(opened.text, edits)).toBe(expected);
}
const unchanged = (text: string) => check(text, text);

test('one space between the parts, none before the colon, one after it', () => {
  check('{claim  #a\tby=@x\n to=@y : words}', '{claim #a by=@x to=@y: words}');
  check('{claim #a:words}', '{claim #a: words}');
  check('{@x,  @y :  words}', '{@x,@y:  words}');
  check('{+#a :words}', '{+#a: words}');
  check('{claim supports=#a, #b/c: x}', '{claim supports=#a,#b/c: x}');
  unchanged('{claim:\nwords} {claim:} {claim: }');
});

test('attributes in the order of the table, the own id first, others last as they are written', () => {
  check(
    '{demand zeta=1 topic=dam alpha=2 to=@y #a by=@x: x}',
    '{demand #a by=@x to=@y topic=dam zeta=1 alpha=2: x}',
  );
  check('{claim to=@y by=@x to=@z: x}', '{claim by=@x to=@y to=@z: x}');
});

test('plain signs for those that look like them', () => {
  check('{claim　＃a by＝＠x，＠y： x}', '{claim #a by=@x,@y: x}');
  check('{＠x：x}', '{@x: x}');
});

test('quotes where they are needed', () => {
  check('{claim place="Arnby" frame="legal" date="2024": x}', '{claim date=2024 place=Arnby frame=legal: x}');
  unchanged('{claim date="2024-05-01T12:00" place="New Arnby" if="rain" frame="@x": x}');
  unchanged('{claim place="" frame="a\\"b": x}');
});

test('the text is never touched, nor a head that is broken', () => {
  unchanged('a  b {claim #a: c  d} \\{claim  #a : x\\} {>> {claim  #a : x} <<}');
  for (const text of [
    '{claim  by= : x}',
    '{claim  #a',
    '{claim  #a words}',
    '{clam  #a: x}',
    '{claim\u200E  #a: x}',
    '{sic }',
  ])
    unchanged(text);
  check('{claim  #a: x {claim  #b : y} {claim  by= :z}', '{claim #a: x {claim #b: y} {claim  by= :z}');
});

test('a range: the heads that it touches', () => {
  check(
    '{claim  #a: x} {claim  [[#b: y} {claim]]  #c: z}',
    '{claim  #a: x} {claim #b: y} {claim #c: z}',
    ({ document, ranges: [range] }) => finish(formatRange(document, range?.start ?? 0, range?.end ?? 0)),
  );
});

test('the tag that is typed: at its colon, without a space after it, and at its brace', () => {
  const typed = ({ document, cursor }: TestWorkspace) => finish(formatTyped(document, cursor));
  check('{claim  #a: x} {claim  #b :<|>y', '{claim  #a: x} {claim #b:y', typed);
  check('{claim  #a ：<|>}', '{claim #a:}', typed);
  check('{claim  #a: x {claim  #b :y}<|>}', '{claim  #a: x {claim #b: y}}', typed);
  check('{claim  #a : so:<|> x}', '{claim  #a : so: x}', typed);
});

test('one small edit a head', () => {
  const { document } = openWorkspace('{claim #a  by=@x: x} {claim #b: y}');
  expect(
    finish(formatDocument(document)).map(({ text, start, end }) => [
      document.source.text.slice(start, end),
      text,
    ]),
  ).toEqual([[' ', '']]);
});

/** What a document means, places aside. */
function meaningOf({ workspace, document }: TestWorkspace): unknown {
  return JSON.parse(JSON.stringify(describeDocument(workspace, document)), (key, value) =>
    key === 'line' || key === 'column' ? undefined : value,
  );
}

test('formatting twice changes nothing, and once neither text nor meaning, of heads only', () => {
  const prose = paragraph.map((tokens) => tokens.map(({ text }) => text).join(''));
  const signs = fc
    .array(
      fc.constantFrom(
        '{claim',
        '{demand',
        '{@a',
        '{+#a',
        ' ',
        '  ',
        '\n',
        '#a',
        'to=@b',
        'by=@a',
        ', ',
        '@c',
        'if="x"',
        'place="y"',
        'place="y z"',
        ':',
        ' :',
        '：',
        '＝',
        'x',
        '}',
        '\u200F',
        '\\',
        '"',
        '# ',
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join(''));
  const opened = openWorkspace('');
  const { document } = opened;
  const type = (text: string) =>
    opened.workspace.editDocument(document.location, 0, document.source.length, text);
  fc.assert(
    fc.property(fc.oneof(prose, soup, signs), (text) => {
      type(text);
      const edits = finish(formatDocument(document));
      expect(edits.every((edit) => isInHead(opened, edit))).toBe(true);
      const [meaning, published] = [meaningOf(opened), document.published.text];
      type(applyEdits(text, edits));
      expect(meaningOf(opened)).toEqual(meaning);
      expect(document.published.text).toBe(published);
      expect(finish(formatDocument(document))).toEqual([]);
    }),
    cases(300),
  );
});

function isInHead({ document }: TestWorkspace, { start, end }: HeadEdit): boolean {
  return document.source.blocks.some((block) => {
    const base = document.startOf(block);
    return block.tree.tags.some((tag) => base + tag.start < start && end <= base + tag.bodyStart);
  });
}
