import { expect, test } from 'vitest';
import { readFromPage, readKept } from '../../client/src/pictures/messages.ts';

test.each([
  { type: 'ready' },
  { type: 'goTo', key: 'a', focus: true },
  { type: 'scope', workspace: false },
  { type: 'filter', filter: { actors: ['x'], topics: [], kinds: ['claim'] } },
  { type: 'drawn', png: 'aGk=' },
  { type: 'drawn', png: null },
  { type: 'copy', text: '' },
])('%j is a message', (message) => {
  expect(readFromPage(message)).toEqual(message);
});

test.each([
  undefined,
  null,
  'ready',
  [],
  {},
  { type: 'open', uri: 'file:///secret' },
  { type: 'goTo', key: 1, focus: true },
  { type: 'goTo', key: 'a' },
  { type: 'scope', workspace: 'yes' },
  { type: 'filter', filter: { actors: 'x', topics: [], kinds: [] } },
  { type: 'filter', filter: { actors: [1], topics: [], kinds: [] } },
  { type: 'drawn', png: '<svg>' },
  { type: 'copy', text: 1 },
])('%j is none', (message) => {
  expect(readFromPage(message)).toBeUndefined();
});

test('what a message has beyond its form is left behind', () => {
  expect(readFromPage({ type: 'goTo', key: 'a', focus: false, uri: 'file:///secret' })).toEqual({
    type: 'goTo',
    key: 'a',
    focus: false,
  });
});

test('what was kept by another version is read as far as it goes', () => {
  const fresh = { workspace: false, uri: null, filter: { actors: [], topics: [], kinds: [] } };
  expect(readKept(undefined)).toEqual(fresh);
  expect(readKept({ workspace: 1, uri: {}, filter: [] })).toEqual(fresh);
  const filter = { actors: [], topics: ['dam'], kinds: ['demand', 'mention'] };
  expect(readKept({ workspace: true, uri: 'file:///a', filter })).toEqual({
    workspace: true,
    uri: 'file:///a',
    filter: { actors: [], topics: ['dam'], kinds: ['demand'] },
  });
});
