import { expect, test } from 'vitest';
import { FuzzyQuery } from '../../server/src/features/fuzzy.ts';
import { findSymbols } from '../../server/src/features/workspaceSymbols.ts';
import { Workspace } from '../../server/src/model/workspace.ts';
import { openWorkspace } from '../kit/workspace.ts';

const OTHERS = {
  'other.demarche':
    '---\ntitle: High water\n---\n\nThen {claim #flood: the {@norland: North} \\{sic\\} is flooded}.',
  'third.demarche': '---\nactors:\n  ada: Ada Berg\n---\n\n{claim: nameless words of hers}.',
};

function search(workspace: Workspace, query: string, most?: number) {
  const work = findSymbols(workspace, query, most);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** Checks names with their containers, as far as they are listed. */
function check(query: string, expected: readonly string[], marked = '{demand #open-gates: Open them}'): void {
  const { workspace } = openWorkspace(marked, { others: OTHERS });
  const found = search(workspace, query).map(({ name, container }) => `${name} | ${container}`);
  expect(found.slice(0, Math.max(1, expected.length))).toEqual(expected);
}

test('statements by id and by words, actors by name, id and alias, topics', () => {
  check('flood', ['#flood the North {sic} is flooded | High water']);
  check('#open', ['#open-gates Open them | main']);
  check('hers', ['nameless words of hers | third']);
  check('sudm', ['Sudmark (@sudmark) | w/demarche.yaml']);
  check('velm', ['Velm – Sudmark (@sudmark) | w/demarche.yaml']);
  check('berg', ['Ada Berg (@ada) | third']);
  check('harte', ['the Harte dam (dam) | w/demarche.yaml', 'The river Harte (river) | w/demarche.yaml']);
  check('nothing like it', []);
});

test('letters in their order; starts of words first', () => {
  check('og', ['#open-gates Open them | main']);
  const scores = (query: string, ...names: string[]) =>
    names.map((name) => new FuzzyQuery(query).score(name));
  const [start, middle, none] = scores('gat', 'open-gates', 'navigation', 'tag');
  expect(start).toBeGreaterThan(middle as number);
  expect(none).toBe(0);
  const [row, apart] = scores('dam', 'the Harte dam', 'd… a… m…');
  expect(row).toBeGreaterThan(apart as number);
});

test('all without a query; no more than asked for', () => {
  const { workspace } = openWorkspace('{claim: a} {claim: b}', { others: OTHERS });
  expect(search(workspace, '')).toHaveLength(11);
  expect(search(workspace, '', 3)).toHaveLength(3);
  expect(search(workspace, '', 1)[0]?.kind).toBe('actor');
});

test('in a broken document, in the text as it is, and without a codebook', () => {
  const { workspace, document, show } = openWorkspace('{claim #half: never closed', { codebook: null });
  expect(search(workspace, 'half').map(show)).toEqual(['{claim #half: never closed']);
  workspace.editDocument(document.location, 0, 0, 'Now ');
  expect(search(workspace, 'half').map(show)).toEqual(['{claim #half: never closed']);
  workspace.editDocument(document.location, 0, 11, '{demand #full');
  expect(search(workspace, 'half')).toEqual([]);
});

test('what is edited away while others are searched is left out', () => {
  const { workspace, document } = openWorkspace('{claim #a: one}', { others: OTHERS });
  const work = findSymbols(workspace, 'one');
  while (!work.next().done) {
    if (document.source.length > 0) workspace.editDocument(document.location, 0, document.source.length, '');
  }
  expect(work.next().value).toBeUndefined();
});

test('ten thousand documents are searched in the blink of an eye', () => {
  const workspace = new Workspace();
  const paragraph = 'Words that nobody marked, and then some more of them, at length.\n\n';
  for (let i = 0; i < 10_000; i++) {
    const text = `${paragraph}{claim #id-${i} by=@norland: the gates stay shut} and {demand: open number ${i}}\n\n${paragraph}`;
    workspace.setDocument(`/w/${i}.demarche`, text);
  }
  search(workspace, 'warm');
  const before = performance.now();
  const found = search(workspace, 'id-9999');
  const time = performance.now() - before;
  expect(found[0]?.name).toBe('#id-9999 the gates stay shut');
  expect(search(workspace, 'gates')).toHaveLength(500);
  expect(time).toBeLessThan(1_000);
});
