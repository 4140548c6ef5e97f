import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completionsAt } from '../../server/src/features/completion.ts';
import { completionDetails } from '../../server/src/features/completionDetails.ts';
import { soup } from '../kit/arbitraries.ts';
import { cases } from '../kit/cases.ts';
import { openWorkspace } from '../kit/workspace.ts';

/** Checks the labels offered at the cursor (`null`: nothing) and what they replace. */
function check(marked: string, labels: readonly string[] | null, replaced = ''): void {
  const { workspace, document, cursor, text } = openWorkspace(marked);
  const found = completionsAt(workspace, document, cursor);
  expect(found && found.entries.map((entry) => entry.label).slice(0, labels?.length ?? 0)).toEqual(labels);
  if (found) expect(text.slice(found.start, found.end)).toBe(replaced);
}

test('tags after a brace', () => {
  check('Then {<|>} and', ['claim', 'demand', '@actor', '+#statement']);
  check('Then {de<|> and', ['claim', 'demand'], 'de');
});

test('actors: in a mention, in its list, in an attribute', () => {
  check('{@<|>', ['@norland', '@sudmark', '@league', '@lind', '@author'], '@');
  check('{@nor<|>land: x}', ['@norland'], '@norland');
  check('{@norland,@su<|>: x}', ['@norland', '@sudmark'], '@su');
  check('{claim by=@<|>', ['@norland'], '@');
  check('{claim by=<|> topic=dam: x}', ['@norland'], '');
  check('{claim by=@norland,@s<|>: x}', ['@norland', '@sudmark'], '@s');
});

test('attributes that are still allowed', () => {
  check('{claim <|>: x}', ['#id', 'by', 'to']);
  check('{demand #a by=@norland <|>', ['to', 'about', 'via']);
  const { workspace, document, cursor } = openWorkspace('{demand #a <|>: x}');
  const labels = completionsAt(workspace, document, cursor)?.entries.map((entry) => entry.label) ?? [];
  expect(labels).toContain('strength');
  expect(labels).not.toContain('type');
  expect(labels).not.toContain('frame');
});

test('values, topics and statements', () => {
  check('{claim type=<|>: x}', ['fact', 'cause']);
  check('{claim frame=le<|>: x}', ['historical', 'legal'], 'le');
  check('{claim topic=<|>: x}', ['dam', 'river']);
  check('{claim #a: x} {demand #b: y} {claim supports=#<|>', ['#a', '#b'], '#');
  check('{claim #a: x} {demand #b: y} {claim answers=<|>: z}', ['#b']);
  check('{claim #a: x} {+#<|>', ['#a'], '#');
});

test('statements of other documents of the same coder, with what is typed of them', () => {
  const others = {
    'other.demarche': 'Then {claim #far: far words} and {demand #gates: open them}.',
    'theirs.demarche': '---\ncoder: ab\n---\n\n{claim #far: theirs}.',
  };
  const offered = (marked: string) => {
    const { workspace, document, cursor, text } = openWorkspace(marked, { others });
    const found = completionsAt(workspace, document, cursor);
    const replaced = found && text.slice(found.start, found.end);
    return [replaced, ...(found?.entries.map(({ label, detail }) => `${label} ${detail}`) ?? [])];
  };
  expect(offered('{claim #a: x} {claim supports=#<|>')).toEqual([
    '#',
    '#a x',
    '#other/far far words',
    '#other/gates open them',
  ]);
  expect(offered('{claim supports=#oth<|>er/f: x}')).toEqual([
    '#other/f',
    '#other/far far words',
    '#other/gates open them',
  ]);
  expect(offered('{claim supports=#other/ga<|>: x}')).toEqual(['#other/ga', '#other/gates open them']);
  expect(offered('{claim answers=<|>')).toEqual(['', '#other/gates open them']);
  // A continuation is of its own document.
  expect(offered('{claim #a: x} {+#<|>')).toEqual(['#', '#a x']);
});

test('of very many statements the best are offered, and more are promised', () => {
  const others = Object.fromEntries(
    Array.from({ length: 300 }, (_, i) => [`d${i}.demarche`, `{claim #s${i}: x}`]),
  );
  const { workspace, document, cursor } = openWorkspace('{claim supports=#d299<|>: x}', { others });
  const best = completionsAt(workspace, document, cursor);
  expect(best?.entries[0]?.label).toBe('#d299/s299');
  expect(best?.isIncomplete).toBe(false);
  const all = openWorkspace('{claim supports=#<|>: x}', { others });
  const found = completionsAt(all.workspace, all.document, all.cursor);
  expect(found?.isIncomplete).toBe(true);
  expect(found?.entries).toHaveLength(100);
});

test('rules, in a memo that quiets them', () => {
  check('{>> demarche-ignore <|>', ['unclosed-tag', 'missing-colon']);
  check('{claim: x {>> demarche-ignore unclosed-tag, miss<|>: why <<}}', ['missing-colon'], 'miss');
  check('{>> demarche-ignore unclosed-tag: <|>', null);
});

test('what an entry means is said late, for the text as it is then', () => {
  const others = { 'other.demarche': 'Then {claim #far by=@lind: far words}.' };
  const { workspace, document } = openWorkspace('{@norland: x} {claim by=@norland topic=dam: y}', { others });
  const details = (kind: string, id: string) =>
    completionDetails(workspace, document, kind, id, (location) => location);
  expect(details('actor', 'norland')).toMatch(/\*\*Norland\*\*[^]*Here: 1 claim/);
  expect(details('topic', 'dam')).toMatch(/Any stage of building it/);
  expect(details('statement', 'other/far')).toMatch(/\*\*Claim\*\* `#far` in other[^]*far words/);
  expect(details('attribute', 'by')).toMatch(/Who makes the statement/);
  expect(details('value', 'type=fact')).toMatch(/That something is so/);
  expect(details('rule', 'unclosed-tag')).toMatch(/unclosed-tag\.md/);
  expect(details('tag', 'claim')).toBe('');
  expect(details('actor', 'gone')).toBe('');
});

test('nothing in plain words, in quotes, after the colon, after an escape', () => {
  check('Plain <|>words', null);
  check('{claim if="the <|>', []);
  check('{claim by=@norland: the <|>words}', null);
  check('\\{<|>', null);
});

test('answers at every place of any text', () => {
  fc.assert(
    fc.property(soup, (text) => {
      const { workspace, document } = openWorkspace('');
      workspace.editDocument(document.location, 0, 0, text);
      for (let offset = 0; offset <= text.length; offset++) {
        const found = completionsAt(workspace, document, offset);
        if (found)
          expect(found.start <= offset && offset <= found.end && found.end <= text.length).toBe(true);
      }
    }),
    cases(200),
  );
});
