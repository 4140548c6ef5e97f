import { expect, test } from 'vitest';
import {
  type ArgumentCall,
  argumentAt,
  incomingArguments,
  outgoingArguments,
} from '../../server/src/features/callHierarchy.ts';
import { finish } from '../../server/src/model/pieces.ts';
import { openWorkspace } from '../kit/workspace.ts';

const OTHERS = {
  'other.demarche':
    '---\ntitle: Reply\n---\n\n{claim by=@sudmark answers=#main/open response=reject: Not this year}.',
  'third.demarche': '{claim #far: a reason} {claim supports=#far,#main/open rephrases=#far: And more}.',
};

interface Expected {
  readonly item: string | null;
  readonly incoming?: readonly string[];
  readonly outgoing?: readonly string[];
}

/** Checks the statement at the cursor, and its calls as `name | detail | places`. */
function check(marked: string, expected: Expected, others: Record<string, string> = OTHERS): void {
  const { workspace, document, cursor, show } = openWorkspace(marked, { others });
  const item = argumentAt(workspace, document, cursor);
  expect(item && item.name).toBe(expected.item);
  if (item === null) return;
  const { start, end } = item.selection;
  expect(item.range.start <= start && end <= item.range.end).toBe(true);
  const shown = (calls: ArgumentCall[], location: (call: ArgumentCall) => string) =>
    calls.map((call) => {
      const places = call.from.map((range) => show({ location: location(call), ...range }));
      return `${call.item.name} | ${call.item.detail} | ${places.join(', ')}`;
    });
  const incoming = shown(finish(incomingArguments(workspace, item.anchor)), (call) => call.item.location);
  const outgoing = shown(finish(outgoingArguments(workspace, item.anchor)), () => item.location);
  expect({ incoming, outgoing }).toEqual({
    incoming: expected.incoming ?? [],
    outgoing: expected.outgoing ?? [],
  });
}

test('who supports, rebuts, rephrases and answers a statement, across three documents', () => {
  check('{demand #open by=@norland to=@sudmark topic=dam: Open the ga<|>tes}. {claim rebuts=#open: No}.', {
    item: '#open Open the gates',
    incoming: [
      'No | rebuts · the author · main | #open',
      'Not this year | answers · Sudmark · Reply | other.demarche: #main/open',
      'And more | supports · the author · third | third.demarche: #main/open',
    ],
  });
});

test('what a statement points to; once, with all its relations', () => {
  check('{claim #a: x} {claim #b supports=#a rephrases=#a rebuts=#third/far: wo<|>rds}', {
    item: '#b words',
    outgoing: [
      '#a x | supports, rephrases · the author · main | #a, #a',
      '#far a reason | rebuts · the author · third | #third/far',
    ],
  });
});

test('from a reference: the statement that it names', () => {
  check('{claim #a: x} {claim supports=#<|>a: y}', {
    item: '#a x',
    incoming: ['y | supports · the author · main | #a'],
  });
});

test('the statement that the cursor is in', () => {
  check('{claim #a: x {@norland: Ar<|>nby}}', { item: '#a x Arnby' });
  check('{claim #a: x} {+#a: mo<|>re}', { item: '#a x … more' });
  check('{claim #a: x {demand #b: in<|>ner}}', { item: '#b inner' });
  check('{claim: no <|>id}', { item: 'no id' });
  check('Plain <|>words {claim: x}', { item: null });
  check('{@norland: Ar<|>nby}', { item: null });
});

test('a circle, two statements with one id, a broken tag', () => {
  check('{claim #a supports=#a: x<|>}', {
    item: '#a x',
    incoming: ['#a x | supports · the author · main | #a'],
    outgoing: ['#a x | supports · the author · main | #a'],
  });
  check('{claim #a: x} {claim #a: y<|>} {claim supports=#a: z}', { item: '#a y' });
  check('{claim #a: half {claim supports=#a: ty<|>ped', {
    item: 'typed',
    outgoing: ['#a half typed | supports · the author · main | #a'],
  });
});

test('an item that is asked about later is found where it is then', () => {
  const { workspace, document, cursor } = openWorkspace('{claim #a: x} {claim supports=#a: wo<|>rds}');
  const item = argumentAt(workspace, document, cursor);
  workspace.editDocument(document.location, 0, 0, 'Now. ');
  const [call] = finish(outgoingArguments(workspace, item?.anchor));
  expect(call?.item.name).toBe('#a x');
  workspace.editDocument(document.location, 0, document.source.length, '');
  expect(finish(outgoingArguments(workspace, item?.anchor))).toEqual([]);
});
