import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type OutlineItem, outlineOf } from '../../server/src/features/outline.ts';
import { finish } from '../../server/src/model/pieces.ts';
import { soup } from '../kit/arbitraries.ts';
import { cases } from '../kit/cases.ts';
import { openWorkspace } from '../kit/workspace.ts';

function print(items: readonly OutlineItem[], indent = ''): string {
  return items
    .map(
      ({ kind, name, detail, children }) =>
        `${indent}${kind} ${name} | ${detail}\n${print(children, `${indent}  `)}`,
    )
    .join('');
}

const TEXT = `{claim by=@lind: Before any heading}.

# The dam {>> check <<}

{demand #open by=@norland to=@sudmark topic=dam: {@norland: Arnby} wants {claim by=@lind: open gates}}.

### Deeper, a level skipped

{claim: A long sentence without an identifier that goes on well past what fits on a line of the outline}.

# The {@league: League}

{clam #x: what}. {claim #broken by=@sudmark: never closed`;

test('headings, statements in them, nested ones', () => {
  const { workspace, document } = openWorkspace(TEXT);
  expect(print(finish(outlineOf(workspace, document)))).toMatchInlineSnapshot(`
    "claim Before any heading | Maja Lind
    heading The dam | 
      demand #open | Norland → Sudmark · the Harte dam
        claim open gates | Maja Lind
      heading Deeper, a level skipped | 
        claim A long sentence without an identifier that… | the author
    heading The League | 
      unknown #x | the author
      claim #broken | Sudmark
    "
  `);
});

test('mentions, if asked for', () => {
  const { workspace, document } = openWorkspace('{claim by=@lind: {@norland,@league: Both} know}.');
  expect(print(finish(outlineOf(workspace, document, { mentions: true })))).toMatchInlineSnapshot(`
    "claim Both know | Maja Lind
      mention Both | Norland, the River League
    "
  `);
});

test('ranges hold what is in them, in order, in any text', () => {
  fc.assert(
    fc.property(soup, (text) => {
      const { workspace, document } = openWorkspace('');
      workspace.editDocument(document.location, 0, 0, text);
      const verify = (items: readonly OutlineItem[], start: number, end: number) => {
        for (const item of items) {
          expect(start <= item.start && item.end <= end).toBe(true);
          expect(item.start <= item.selectionStart && item.selectionEnd <= item.end).toBe(true);
          expect(item.name).not.toBe('');
          verify(item.children, item.start, item.end);
        }
      };
      verify(finish(outlineOf(workspace, document, { mentions: true })), 0, text.length);
    }),
    cases(300),
  );
});
