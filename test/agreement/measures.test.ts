/** Two coders' copies: what counts as agreement, worked by hand, and what never changes the figures. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstDifference } from '../../server/src/agreement/comparableText.ts';
import {
  disagreementsOf,
  type PairedCodings,
  pairCodings,
} from '../../server/src/agreement/disagreements.ts';
import { measure } from '../../server/src/agreement/measures.ts';
import { pairDocuments } from '../../server/src/agreement/pairing.ts';
import { codingOf } from '../../server/src/agreement/units.ts';
import { Workspace } from '../../server/src/model/workspace.ts';
import { CODEBOOK } from '../kit/workspace.ts';
import { markings } from './markings.ts';

function pair(a: string, b: string): PairedCodings {
  const workspace = new Workspace();
  workspace.setCodebook('/w/demarche.yaml', CODEBOOK);
  const [one, other] = [
    workspace.setDocument('/w/a/x.demarche', a),
    workspace.setDocument('/w/b/x.demarche', b),
  ];
  return pairCodings(codingOf(workspace, one), codingOf(workspace, other));
}

/** Disagreements as `kind attribute: A’s value | B’s value (A’s source | B’s source)`. */
function differences(a: string, b: string): string[] {
  const paired = pair(a, b);
  return disagreementsOf(paired).map((each) => {
    const place = (text: string, { start, end }: { start: number; end: number }) => text.slice(start, end);
    const what = each.attribute === null ? each.kind : `${each.kind} ${each.attribute}`;
    return `${what}: ${each.a.value} | ${each.b.value} (${place(a, each.a.source)} | ${place(b, each.b.source)})`;
  });
}

test('the same marks, written otherwise, are no disagreement', () => {
  expect(
    differences(
      '---\nauthor: lind\n---\n\n{claim #a by=@lind topic=dam,river: The ice {@norland: Arnby} sees}, is thick. {claim supports=#a: So}',
      '---\nauthor: lind\nid: x\n---\n\n{claim #low topic=river,dam:The ice {@norland : Arnby} sees }, is thick. {claim supports=#low: So} {>> sure? <<}'.replace(
        'sees }',
        'sees}',
      ),
    ),
  ).toEqual([]);
});

test('white space at the ends of spans, CRLF and a byte order mark make no difference', () => {
  expect(differences('{claim: The ice}\nis thick.', '\uFEFF{claim: The ice\r\n}is thick.')).toEqual([]);
});

test('each kind of disagreement, with both places', () => {
  expect(
    differences(
      '{claim by=@norland topic=dam: It is cold}, and {demand to=@sudmark: open it}. {@lind: She} left. Soon.',
      '{claim by=@sudmark topic=dam: It is} cold, and {claim to=@sudmark: open it}. She left. {claim: Soon}.',
    ),
  ).toEqual([
    'boundaries: It is cold | It is ({claim by=@norland topic=dam: It is cold} | {claim by=@sudmark topic=dam: It is})',
    'attribute by: norland | sudmark ({claim by=@norland topic=dam: It is cold} | {claim by=@sudmark topic=dam: It is})',
    'kind: demand | claim ({demand to=@sudmark: open it} | {claim to=@sudmark: open it})',
    'only-a: mention: She |  ({@lind: She} | She)',
    'only-b:  | claim: Soon (Soon | {claim: Soon})',
  ]);
});

test('of several that overlap, the one that shares most is the partner; of several on the same words, the one most alike', () => {
  const kinds = (a: string, b: string) => differences(a, b).map((each) => each.split(' (')[0]);
  expect(kinds('{claim: One two three four}.', '{claim: One} {claim: two three four}.')).toEqual([
    'boundaries: One two three four | two three four',
    'only-b:  | claim: One',
  ]);
  expect(
    kinds(
      '{claim topic=dam: {claim topic=river: One}}.',
      '{claim topic=river: {claim topic=dam position=support: One}}.',
    ),
  ).toEqual(['attribute position:  | support']);
});

test('relations are compared by what they point to, not by its id', () => {
  const text = (id: string, other: string) =>
    `{claim #${id}: One}. {claim #${other}: Two}. {claim supports=#${id}: Three}.`;
  expect(differences(text('a', 'b'), text('b', 'a'))).toEqual([]);
  expect(
    differences(
      '{claim #a: One}. {claim #b: Two}. {claim supports=#a: Three}.',
      '{claim #a: One}. {claim #b: Two}. {claim supports=#b: Three}.',
    ),
  ).toEqual(['attribute supports: a | b ({claim supports=#a: Three} | {claim supports=#b: Three})']);
});

test('figures by hand', () => {
  // A has 3 claims, B 2; one with the same words, one that overlaps. One demand each, with the same words.
  const { unitizing, labelling } = measure([
    pair(
      '{claim position=support: One two} three. {claim position=oppose: Four}. {claim: Five}. {demand: Six}.',
      '{claim position=support: One two three}. {claim position=support: Four}. Five. {demand: Six}.',
    ),
  ]);
  const claims = unitizing.find(({ kind }) => kind === 'claim');
  expect([claims?.a, claims?.b, claims?.exact.value, claims?.overlap.value]).toEqual([3, 2, 2 / 5, 4 / 5]);
  expect(unitizing.find(({ kind }) => kind === 'mention')?.exact).toEqual({
    value: null,
    reason: 'neither coder marked any',
  });
  const position = labelling.find(({ kind, attribute }) => kind === 'claim' && attribute === 'position');
  expect([position?.pairs, position?.agreement.value, position?.kappa.value]).toEqual([2, 1 / 2, 0]);
  const kind = labelling.find(({ attribute }) => attribute === 'kind');
  expect([kind?.pairs, kind?.kappa.value]).toEqual([3, 1]);
});

test('the first place where texts differ', () => {
  expect(firstDifference('One\ntwo three', 'One\ntwo  three')).toEqual({
    line: 2,
    column: 5,
    a: 'three',
    b: ' three',
  });
  expect(firstDifference('same', 'same')).toBeNull();
});

test('documents pair by id, and by path where ids are not unique', () => {
  const names = (list: readonly { path: string }[]) => list.map(({ path }) => path);
  const a = [{ id: 'x', path: '1' }, { id: 'y', path: '2' }, { id: 'z', path: '3' }, { id: 'z', path: '4' }, { id: 'q', path: '9' }]; // biome-ignore format: a list
  const b = [{ id: 'y', path: '1' }, { id: 'x', path: '7' }, { id: 'z', path: '4' }, { id: 'z', path: '3' }, { id: 'r', path: '5' }]; // biome-ignore format: a list
  const { pairs, onlyA, onlyB } = pairDocuments(a, b);
  expect(pairs.map(names)).toEqual([['1', '7'], ['2', '1'], ['3', '3'], ['4', '4']]); // biome-ignore format: a list
  expect([names(onlyA), names(onlyB)]).toEqual([['9'], ['5']]);
  expect(pairDocuments([{ id: 'a', path: 'a' }], [{ id: 'b', path: 'b' }]).pairs).toHaveLength(1);
});

test('coders may change places, documents too; a coder agrees with itself', () => {
  fc.assert(
    fc.property(fc.array(markings, { minLength: 1, maxLength: 3 }), (texts) => {
      const forth = texts.map(([a, b]) => pair(a, b));
      const back = texts.map(([a, b]) => pair(b, a)).reverse();
      const [one, other] = [measure(forth), measure(back)];
      for (const [index, row] of one.unitizing.entries()) {
        const turned = other.unitizing[index];
        expect([turned?.a, turned?.b]).toEqual([row.b, row.a]);
        for (const name of ['exact', 'overlap', 'alpha'] as const)
          near(turned?.[name].value, row[name].value);
      }
      expect(forth.flatMap(disagreementsOf).length).toBe(back.flatMap(disagreementsOf).length);
      const self = texts.map(([a]) => pair(a, a));
      expect(self.flatMap(disagreementsOf)).toEqual([]);
      const { unitizing, labelling } = measure(self);
      for (const row of unitizing)
        for (const each of [row.exact, row.overlap, row.alpha]) expect([null, 1]).toContain(each.value);
      for (const row of labelling)
        for (const each of [row.agreement, row.kappa, row.alpha]) expect([null, 1]).toContain(each.value);
    }),
  );
});

function near(value: number | null | undefined, expected: number | null): void {
  if (expected === null) expect(value).toBeNull();
  else expect(value).toBeCloseTo(expected, 9);
}
