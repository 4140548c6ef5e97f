/** Texts made into documents, without a process: strip ∘ tag = identity. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Actor, readCodebook } from '../../server/src/codebook/index.ts';
import { tagText, titleOf } from '../../server/src/formats/tag.ts';
import { mentionsIn } from '../../server/src/formats/tagMentions.ts';
import { DocumentModel } from '../../server/src/model/document.ts';
import { SourceDocument } from '../../server/src/syntax/document.ts';
import { strip } from '../../server/src/syntax/strip.ts';
import { soup } from '../kit/arbitraries.ts';
import { cases } from '../kit/cases.ts';

function actorsOf(yaml: string): Actor[] {
  return [...readCodebook(`actors:\n${yaml}`).actors.values()];
}

/** Names that are as awkward as YAML lets them be. */
const AWKWARD = actorsOf(`
  russia: { name: Moscow, aka: [Moscow words, 俄罗斯, "# H", "\\\\"] }
  china: { name: "الصين", aka: ["é", "{", "}", "by", "claim #a", "\\\\{x\\\\}", "🇫🇷"] }
  x: { name: "@x", aka: [words, ".", "---", ":", "<<", "{>> memo"] }
`);

const CASES = cases(500);
const line = fc.oneof(
  soup,
  fc.constantFrom('Moscow words', 'the\n\nwords', '# Moscow', '\\Moscow\\', 'a: b'),
);

describe('strip gives back what was tagged', () => {
  test('plain', () => {
    fc.assert(
      fc.property(soup, (text) => {
        expect(strip(new SourceDocument(tagText(text)))).toBe(text);
      }),
      CASES,
    );
  });

  test('with mentions and any head', () => {
    const head = fc.record(
      { title: line, author: fc.array(line, { maxLength: 3 }), date: line, coder: line },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), head, (lines, said) => {
        const text = lines.join(' ');
        const document = new DocumentModel('a.demarche', tagText(text, { head: said, actors: AWKWARD }));
        expect(document.published.text).toBe(text);
        // Nothing but mentions, and nothing wrong with them.
        const trees = document.source.blocks.map(({ tree }) => tree);
        expect(trees.flatMap(({ problems }) => problems)).toEqual([]);
        expect(trees.flatMap(({ tags }) => tags).filter(({ kind }) => kind !== 'mention')).toEqual([]);
        expect(trees.flatMap(({ tags }) => tags)).toHaveLength(
          mentionsIn(text.replace(/^\uFEFF/, ''), AWKWARD).length,
        );
        // The text's own lines are headings or none, as they were.
        const levels = (source: SourceDocument) => source.blocks.map(({ level }) => level);
        expect(levels(document.source)).toEqual(levels(new SourceDocument(tagText(text))));
      }),
      CASES,
    );
  });

  test('the head reads as it was given', () => {
    const words = fc
      .string({ unit: 'grapheme', maxLength: 60 })
      .map((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim());
    fc.assert(
      fc.property(
        words.filter((text) => text !== ''),
        (title) => {
          const document = new DocumentModel('a.demarche', tagText('Text.', { head: { title } }));
          expect(document.head.problems).toEqual([]);
          expect(document.head.title?.value).toBe(title);
        },
      ),
    );
  });
});

describe('mentions', () => {
  const actors = actorsOf(`
  russia: { name: Russia, aka: [Moscow, the Kremlin, 俄罗斯, รัสเซีย] }
  putin: { name: Vladimir Putin, aka: [the Russian president, Putin] }
  us: { name: United States, aka: [US, Zoë] }
  a: { name: Georgia }
  b: { name: State of Georgia, aka: [Georgia] }
  h: { name: "# H" }
`);
  const tagged = (text: string) => tagText(text, { actors }).replace(/^---\n---\n\n/, '');

  test.each([
    ['Russia and Moscow', '{@russia: Russia} and {@russia: Moscow}'],
    ['Vladimir Putin, Putin', '{@putin: Vladimir Putin}, {@putin: Putin}'],
    ['Russian, Muscovite, BelaRussia, Russia1', 'Russian, Muscovite, BelaRussia, Russia1'],
    ['Russia\u0301 us', 'Russia\u0301 us'],
    ['(US) US-led, “Russia’s”', '({@us: US}) {@us: US}-led, “{@russia: Russia}’s”'],
    ['俄罗斯说US不是俄罗斯人', '{@russia: 俄罗斯}说{@us: US}不是{@russia: 俄罗斯}人'],
    ['และรัสเซียก็', 'และ{@russia: รัสเซีย}ก็'],
    ['Zoe\u0308 spoke', '{@us: Zoe\u0308} spoke'],
    ['Georgia', 'Georgia'],
    ['State of Georgia', '{@b: State of Georgia}'],
    ['# Moscow', '# {@russia: Moscow}'],
    ['\\Moscow\\', '\\\\{@russia: Moscow}\\'],
    ['{Moscow}', '\\{{@russia: Moscow}\\}'],
    ['# H and # H', '# H and {@h: # H}'],
    ['x\n####### # H', 'x\n####### {@h: # H}'],
    ['the\nKremlin', '{@russia: the\nKremlin}'],
    ['# the\nKremlin the\n\nKremlin', '# the\nKremlin the\n\nKremlin'],
  ])('%s', (text, expected) => {
    expect(tagged(text)).toBe(expected);
  });
});

describe('the title', () => {
  test.each([
    ['Words\n\n# Title #\n', 'Title'],
    ['\uFEFF\n**A title**\n\nWords that go on.\n\n## Part', 'A title'],
    ['A paragraph\nof two lines.\n\n## Part ##\n', 'Part'],
    ['---\ntitle: x\n---\n\n# _Real_\n', 'Real'],
    [`${'long '.repeat(40)}\n\nwords`, null],
    ['---\n\n***\n', null],
    ['', null],
  ])('%j', (text, title) => {
    expect(titleOf(text)).toBe(title);
  });
});
