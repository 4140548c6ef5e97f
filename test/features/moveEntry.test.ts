import { expect, test } from 'vitest';
import { movableEntryAt, moveEntry } from '../../server/src/features/moveEntry.ts';
import { edited, editedFile } from '../kit/editedText.ts';
import { openWorkspace } from '../kit/workspace.ts';

const BOOK = '/w/demarche.yaml';
const CODEBOOK = 'actors:\n  norland: { name: Norland }\ntopics:\n  river: { name: The river }\n';

/** The document and the lines that the codebook gained; null where nothing is offered. */
function check(
  marked: string,
  expected: readonly [string, string] | null,
  codebook: string | null = CODEBOOK,
): void {
  const opened = openWorkspace(marked, { codebook });
  const entry = movableEntryAt(opened.workspace, opened.document, opened.cursor);
  const edits = entry && moveEntry(opened.document, entry);
  const lines = (codebook ?? '').split('\n');
  const gained =
    edits &&
    editedFile(opened, edits, BOOK)
      .split('\n')
      .filter((line) => !lines.includes(line));
  expect(edits && [edited(opened, edits), gained?.join('\n')]).toEqual(expected);
}

test('an actor with all that is known of it, from its entry or from where it is named', () => {
  check(
    '---\nactors:\n  li<|>nd: { name: Maja Lind, kind: person, of: norland, aka: [Lind, "the PM: she"], role: GOV }\n  x: X\n---\n\n{@lind: She}',
    [
      '---\nactors:\n  x: X\n---\n\n{@lind: She}',
      '  lind: { name: Maja Lind, kind: person, of: [norland], aka: [Lind, "the PM: she"], role: GOV }',
    ],
  );
  check(
    '---\ntitle: T\nactors:\n  lind:\n    name: Maja Lind\n    note: |\n      Since\n      May.\n---\n\n{@li<|>nd: She}',
    ['---\ntitle: T\n---\n\n{@lind: She}', '  lind: { name: Maja Lind, note: "Since\\nMay." }'],
  );
});

test('a topic; the key above the last entry goes too', () => {
  check('---\ntopics: { dam: { name: The dam, in: river } }\ntitle: T\n---\n\n{claim topic=da<|>m: x}', [
    '---\ntitle: T\n---\n\n{claim topic=dam: x}',
    '  dam: { name: The dam, in: river }',
  ]);
  check('---\ntopics: { dam: The dam, b: B }\n---\n\n{claim topic=da<|>m: x', [
    '---\ntopics: { b: B }\n---\n\n{claim topic=dam: x',
    '  dam: { name: The dam }',
  ]);
  check('---\ntopics:\n  dam: The dam\n---\n\n{claim topic=da<|>m: x}', [
    '---\n---\n\n{claim topic=dam: x}',
    '  dam: { name: The dam }',
  ]);
});

test('not where the codebook has the id, lacks what it belongs to, or is not there', () => {
  check('---\nactors: { norl<|>and: Another }\n---\n', null);
  check('---\nactors: { li<|>nd: { of: party }, party: P }\n---\n', null);
  check('---\ntopics: { da<|>m: { in: water }, water: W }\n---\n', null);
  check('---\nactors: { li<|>nd: Maja Lind }\n---\n', null, null);
  check('---\nactors: { lind: Maja Lind }\n---\n\n{@norl<|>and: x}', null);
});

test('not where something of it would be lost, or the codebook is no map', () => {
  check('---\nactors: { li<|>nd: { name: Maja Lind, nmae: x } }\n---\n', null);
  check('---\nactors: { li<|>nd: Maja Lind }\n---\n', null, '- a list\n');
});
