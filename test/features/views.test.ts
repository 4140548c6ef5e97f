/** What the views of actors and demands list, and how little of it is counted again. */
import { describe, expect, test } from 'vitest';
import { actorStatements } from '../../server/src/features/actorStatements.ts';
import { ActorTally } from '../../server/src/features/actorTally.ts';
import { DemandIndex } from '../../server/src/features/demandIndex.ts';
import { openWorkspace, type TestWorkspace } from '../kit/workspace.ts';

const MAIN = `---
title: The dam
author: Ansgar Thule
date: 2024-04-09
---

{@norland: Arnby} {demand #open by=@norland to=@sudmark,@league topic=dam until=2024-05: asks for the gates to be opened}.
{claim by=@sudmark answers=#open response=reject: Not this year}, and {claim: that is that}. {@seals: The seals} watch.
`;

const OTHERS = {
  'reply.demarche': `---
title: Reply
author: Ansgar Thule
date: 2024-04-20
---

{claim by=@league answers=#main/open response=agree: We shall} {demand by=@norland: Be quick} {demand by=@norland: Be quick}.
`,
};

function run(work: Iterator<void>): number {
  let steps = 0;
  while (!work.next().done) steps++;
  return steps;
}

const opened = () => openWorkspace(MAIN, { others: OTHERS });

function listed(tally: ActorTally, document: TestWorkspace['document'] | null): string[] {
  return tally
    .rows(document)
    .map(
      ({ name, claims, demands, received, mentions, isDefined }) =>
        `${name}: ${claims} ${demands} ${received} ${mentions}${isDefined ? '' : ' ?'}`,
    );
}

describe('actors', () => {
  test('of a document: claims, demands made and received, mentions; also those that nobody defines', () => {
    const { workspace, document } = opened();
    expect(listed(new ActorTally(workspace), document)).toEqual([
      '@seals: 0 0 0 1 ?',
      'Ansgar Thule: 1 0 0 0',
      'Norland: 0 1 0 1',
      'Sudmark: 1 0 1 0',
      'the River League: 0 0 1 0',
    ]);
  });

  test('of all documents; an author with one name is one actor', () => {
    const { workspace } = opened();
    const tally = new ActorTally(workspace);
    expect(run(tally.update())).toBe(2);
    expect(listed(tally, null)).toEqual([
      '@seals: 0 0 0 1 ?',
      'Ansgar Thule: 1 0 0 0',
      'Norland: 0 3 0 1',
      'Sudmark: 1 0 1 0',
      'the River League: 1 0 1 0',
    ]);
  });

  test('without a codebook and without a head, actors are listed by their ids', () => {
    const { workspace, document } = openWorkspace('{claim by=@a: x} {claim: y}', { codebook: null });
    const rows = new ActorTally(workspace).rows(document);
    expect(rows.map(({ name, authorOf }) => [name, authorOf])).toEqual([
      ['@a', null],
      ['the author', 'main'],
    ]);
  });

  test('one id in the heads of two documents is two actors', () => {
    const head = (name: string) => `---\nactors: { x: { name: ${name} } }\n---\n\n{claim by=@x: words}`;
    const { workspace } = openWorkspace(head('One'), { others: { 'b.demarche': head('Two') } });
    const tally = new ActorTally(workspace);
    run(tally.update());
    expect(listed(tally, null)).toEqual(['One: 1 0 0 0', 'Two: 1 0 0 0']);
  });

  test('an edit counts its document again and no other; what goes away is taken out', () => {
    const { workspace, document, text } = opened();
    const tally = new ActorTally(workspace);
    run(tally.update());
    const place = text.indexOf('{claim: that is that}');
    workspace.editDocument(document.location, place, place + '{claim: that is that}'.length, '');
    expect(run(tally.update())).toBe(1);
    expect(listed(tally, null)).not.toContain('Ansgar Thule: 1 0 0 0');
    workspace.removeDocument('/w/reply.demarche');
    expect(run(tally.update())).toBe(0);
    expect(listed(tally, null)).toEqual(listed(new ActorTally(workspace), document));
  });

  test('a codebook that renames an actor changes its row, not its key', () => {
    const { workspace } = opened();
    const tally = new ActorTally(workspace);
    run(tally.update());
    const before = tally.rows(null).find(({ id }) => id === 'norland');
    workspace.setCodebook('/w/demarche.yaml', 'actors:\n  norland: { name: The North }\n');
    run(tally.update());
    const after = tally.rows(null).find(({ id }) => id === 'norland');
    expect([before?.name, after?.name]).toEqual(['Norland', 'The North']);
    expect(after?.key).toBe(before?.key);
  });

  test('rows below an actor: what it asks, with keys of their own, as many as are wanted', () => {
    const { workspace } = opened();
    const tally = new ActorTally(workspace);
    run(tally.update());
    const key = tally.rows(null).find(({ id }) => id === 'norland')?.key ?? '';
    const rows = (limit: number) =>
      actorStatements(workspace, tally.documentsOf(key, null), 'demands', limit);
    expect(rows(9).map(({ words, to, document }) => [words, to.length, document])).toEqual([
      ['asks for the gates to be opened', 2, 'The dam'],
      ['Be quick', 0, 'Reply'],
      ['Be quick', 0, 'Reply'],
    ]);
    expect(new Set(rows(9).map((row) => row.key)).size).toBe(3);
    expect(rows(2)).toEqual(rows(9).slice(0, 2));
  });

  test('a mention leads to its words', () => {
    const { workspace, document, show } = opened();
    const tally = new ActorTally(workspace);
    const key = tally.rows(document).find(({ id }) => id === 'norland')?.key ?? '';
    const [row] = actorStatements(workspace, tally.documentsOf(key, document), 'mentions', 9);
    const { location, start, end, wordsStart, wordsEnd } = row?.place ?? ({} as never);
    expect(show({ location, start, end })).toBe('{@norland: Arnby}');
    expect(show({ location, start: wordsStart, end: wordsEnd })).toBe('Arnby');
  });

  test('keys stay as they are while words are typed elsewhere', () => {
    const { workspace, document } = opened();
    const tally = new ActorTally(workspace);
    const keys = () =>
      tally
        .rows(document)
        .flatMap(({ key }) =>
          (['claims', 'demands', 'received', 'mentions'] as const).flatMap((part) =>
            actorStatements(workspace, tally.documentsOf(key, document), part, 99).map((row) => row.key),
          ),
        );
    const before = keys();
    workspace.editDocument(
      document.location,
      MAIN.indexOf('{@norland'),
      MAIN.indexOf('{@norland'),
      'In spring ',
    );
    expect(before.length).toBeGreaterThan(5);
    expect(keys()).toEqual(before);
  });
});

describe('demands', () => {
  const groups = (
    index: DemandIndex,
    documents: Iterable<TestWorkspace['document']>,
    by: 'state' | 'addressee' | 'claimant',
    actor: string | null = null,
  ) => index.groups([...documents], by, actor).map(({ name, count, open }) => `${name}: ${count}, ${open}`);

  test('by state: one with two answers is in both groups; without an answer, open', () => {
    const { workspace } = opened();
    const index = new DemandIndex(workspace);
    expect(groups(index, workspace.documents.values(), 'state')).toEqual([
      'open: 2, 2',
      'agree: 1, 0',
      'reject: 1, 0',
    ]);
  });

  test('by addressee, those that are put to nobody last; by claimant', () => {
    const { workspace } = opened();
    const index = new DemandIndex(workspace);
    const all = () => workspace.documents.values();
    expect(groups(index, all(), 'addressee')).toEqual(['Sudmark: 1, 0', 'the River League: 1, 0', ': 2, 2']);
    expect(groups(index, all(), 'claimant')).toEqual(['Norland: 3, 2']);
  });

  test('only those by or to an actor', () => {
    const { workspace } = opened();
    const index = new DemandIndex(workspace);
    const league = '/w/demarche.yaml|league';
    expect(groups(index, workspace.documents.values(), 'state', league)).toEqual([
      'agree: 1, 0',
      'reject: 1, 0',
    ]);
  });

  test('a row has its states and the replies of all documents, in the order in which they count', () => {
    const { workspace, document } = opened();
    const [row] = new DemandIndex(workspace).rows(
      [document],
      'claimant',
      '/w/demarche.yaml|norland',
      null,
      9,
    );
    expect(row?.states).toEqual([
      { addressee: 'Sudmark', response: 'reject' },
      { addressee: 'the River League', response: 'agree' },
    ]);
    expect(row?.until).toBe('2024-05');
    expect(row?.replies.map(({ by, response, words }) => `${by}: ${response}, ${words}`)).toEqual([
      'Sudmark: reject, Not this year',
      'the River League: agree, We shall',
    ]);
  });

  test('an answer that goes away in another document opens the demand again', () => {
    const { workspace, document } = opened();
    const index = new DemandIndex(workspace);
    const documents = () => [document];
    run(index.update(workspace.documents.values()));
    const place = OTHERS['reply.demarche'].indexOf(' response=agree');
    workspace.editDocument('/w/reply.demarche', place, place + ' response=agree'.length, '');
    expect(groups(index, documents(), 'state')).toEqual(['open: 1, 1', 'reject: 1, 1']);
  });

  test('an edit looks again at its document and at those that it may answer, at no other', () => {
    const others = { ...OTHERS, 'plain.demarche': 'Plain words.' };
    const { workspace } = openWorkspace(MAIN, { others });
    const index = new DemandIndex(workspace);
    const steps = () => run(index.update(workspace.documents.values()));
    expect([steps(), steps()]).toEqual([3, 0]);
    workspace.editDocument('/w/plain.demarche', 0, 0, 'More ');
    expect(steps()).toBe(1);
    workspace.editDocument(
      '/w/reply.demarche',
      OTHERS['reply.demarche'].indexOf('We shall'),
      OTHERS['reply.demarche'].indexOf('shall'),
      'They ',
    );
    expect(steps()).toBe(2);
  });
});
