import { expect, test } from 'vitest';
import { toSvg } from '../../server/src/pictures/drawing.ts';
import { MOST_STATEMENTS } from '../../server/src/pictures/limit.ts';
import { Memory } from '../../server/src/pictures/memory.ts';
import { openWorkspace } from '../kit/workspace.ts';
import { elementsOf, framesOf, generatedText, parseXml, picture, svgOf } from './kit.ts';

test('no two cards overlap, and all are inside the picture', () => {
  const svg = svgOf(generatedText(150));
  const frames = framesOf(svg);
  expect(frames).toHaveLength(150);
  const [width, height] = (parseXml(svg).attributes.viewBox ?? '').split(' ').slice(2).map(Number) as [
    number,
    number,
  ];
  frames.forEach((a, index) => {
    expect(a.left).toBeGreaterThanOrEqual(0);
    expect(a.top).toBeGreaterThanOrEqual(0);
    expect(a.right).toBeLessThanOrEqual(width);
    expect(a.bottom).toBeLessThanOrEqual(height);
    for (const b of frames.slice(index + 1)) {
      const overlaps = a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
      expect(overlaps && [a, b]).toBe(false);
    }
  });
});

test.each(['argument', 'network'] as const)('the %s picture is the same each time', (kind) => {
  expect(svgOf(generatedText(60), kind)).toBe(svgOf(generatedText(60), kind));
});

test('a memory changes nothing but what is worked out: an edit of one paragraph costs that paragraph', () => {
  const { workspace, document } = openWorkspace(generatedText(300));
  const memory = new Memory();
  picture(workspace, [document], 'argument', memory);
  const made = memory.made;
  const at = document.source.text.indexOf('they said', document.source.text.length >> 1);
  workspace.editDocument(document.location, at, at, 'so ');
  picture(workspace, [document], 'argument', memory);
  expect(memory.made).toBe(made);
  const words = document.source.text.lastIndexOf('}, they');
  workspace.editDocument(
    document.location,
    words,
    words,
    ' and then some more of it, so that there is a line more',
  );
  const remembered = picture(workspace, [document], 'argument', memory);
  expect(memory.made - made).toBeLessThanOrEqual(2);
  const afresh = picture(workspace, [document]);
  expect(toSvg(remembered.drawing, { isAlone: false })).toBe(toSvg(afresh.drawing, { isAlone: false }));
});

test('twice the statements are about twice the elements, not four times', () => {
  const count = (statements: number) => [...elementsOf(parseXml(svgOf(generatedText(statements))))].length;
  expect(count(300) / count(150)).toBeLessThan(2.2);
});

test('more statements than can be looked at: those with most relations, and a word on it', () => {
  const { workspace, document } = openWorkspace(generatedText(MOST_STATEMENTS + 100));
  const { drawing } = picture(workspace, [document]);
  expect(drawing.items).toHaveLength(MOST_STATEMENTS);
  expect(drawing.note).toContain('1,500 statements with most relations');
});

test('one thing takes the focus, and each names what it is', () => {
  const things = [...elementsOf(parseXml(svgOf(generatedText(20), 'network')))].filter(
    ({ attributes }) => attributes.role === 'button',
  );
  expect(things.map(({ attributes }) => attributes.tabindex).filter((index) => index === '0')).toHaveLength(
    1,
  );
  expect(things.every(({ attributes }) => attributes['data-key'] && attributes['aria-label'])).toBe(true);
  const keys = things.map(({ attributes }) => attributes['data-key']);
  expect(new Set(keys).size).toBe(keys.length);
});

test.each(['argument', 'network'] as const)(
  'what is chosen in a picture of the %s has its places',
  (kind) => {
    const { workspace, document } = openWorkspace(generatedText(40));
    const { drawing } = picture(workspace, [document], kind);
    const keys = [...elementsOf(parseXml(toSvg(drawing, { isAlone: false })))]
      .filter(({ attributes }) => attributes.role === 'button')
      .map(({ attributes }) => attributes['data-key']);
    expect(drawing.items.map(({ key }) => key).sort()).toEqual(keys.sort());
    expect(drawing.items.every(({ statements }) => statements.length > 0)).toBe(true);
  },
);

test('right-to-left words begin at the right, and so does their card', () => {
  const svg = svgOf('{claim by=@norland: الماء للجميع}');
  const words = [...elementsOf(parseXml(svg))].find(({ attributes }) => attributes.class === 'words');
  expect(words?.attributes).toMatchObject({ direction: 'rtl', x: '240' });
});

test('a document that is read from right to left has its conclusions at the right', () => {
  const argument = '{claim #a: الماء للجميع} {claim supports=#a: النهر واحد}';
  const [conclusion, reason] = framesOf(svgOf(`---\ntitle: السد\n---\n\n${argument}`));
  expect(conclusion?.left).toBeGreaterThan(reason?.right ?? 0);
  const [left, right] = framesOf(svgOf(`---\ntitle: The dam\n---\n\n${argument}`));
  expect(left?.right).toBeLessThan(right?.left ?? 0);
});

test('an empty scope is a picture that says so', () => {
  expect(parseXml(svgOf('Nothing marked.')).text).toContain('No statements to show.');
  expect(parseXml(svgOf('Nothing marked.', 'network')).text).toContain('No actors to show.');
});
