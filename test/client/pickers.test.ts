/** What the pickers list, in which order, and what comes of the answers. */
import { expect, test } from 'vitest';
import {
  addresseeEntries,
  claimantEntries,
  type Entry,
  idCalled,
  type Known,
  mentionEntries,
  positionEntries,
  topicEntries,
  type Wording,
} from '../../client/src/pickers/entries.ts';
import { type Memory, Recent } from '../../client/src/pickers/recent.ts';
import { attributesOf, questionsFor, type Statement } from '../../client/src/pickers/statement.ts';

const words: Wording = {
  recent: 'recent',
  here: 'here',
  codebook: 'codebook',
  author: 'author',
  takenOver: 'as around',
  noAddressee: 'nobody',
  noTopic: 'no topic',
  newActor: 'new actor',
  newTopic: 'new topic',
  newCalled: (name) => `new: ${name}`,
  asBefore: (statement) => `before: ${statement}`,
  thatIsAll: (names) => `only ${names}`,
  neither: 'neither',
  noKind: 'open',
};

const actor = (id: string, name: string, count = 0, aka: string[] = []) => ({
  id,
  name,
  aka,
  kind: null,
  count,
});

const known: Known = {
  choices: {
    actors: [
      actor('lind', 'Maja Lind', 2),
      actor('league', 'the River League'),
      actor('norland', 'Norland', 0, ['Arnby']),
    ],
    topics: [
      { id: 'dam', name: 'The dam', in: 'The river', count: 1 },
      { id: 'river', name: 'The $(river)', in: null, count: 0 },
    ],
    positions: [{ value: 'oppose', note: 'Against it.' }],
    kinds: ['person'],
    defaults: { by: ['author'], to: [], isTakenOver: false },
    author: 'Per Holm',
    words: 'she',
    called: [],
    codebook: 'demarche.yaml',
  },
  recentActors: ['norland', 'gone'],
  recentTopics: ['river'],
  words,
};

/** One line an entry, without its icon. */
const show = (entries: readonly Entry[]) =>
  entries.map((entry) =>
    entry.type === 'separator'
      ? `-- ${entry.label}`
      : [entry.label.replace(/^\$\([\w-]+\) ?/, ''), entry.description ?? '']
          .filter((part) => part)
          .join(' | '),
  );

const before: Statement = { by: ['lind'], to: ['norland'], topics: ['dam'], position: 'oppose' };

test('claimants: as before, the author, then the latest, those of the document, the codebook’s', () => {
  expect(show(claimantEntries(known, before, []))).toEqual([
    'before: Maja Lind → Norland · The dam · oppose',
    'Per Holm | author',
    '-- recent',
    'Norland | @norland · Arnby',
    '-- here',
    'Maja Lind | @lind · 2×',
    '-- codebook',
    'the River League | @league',
    'new actor',
  ]);
});

test('inside another’s words, that claimant is the default, and the author one of the others', () => {
  const inside = {
    ...known,
    choices: {
      ...known.choices,
      defaults: { by: ['lind'], to: ['league'], isTakenOver: true },
    },
  };
  expect(show(claimantEntries(inside, null, [])).slice(0, 2)).toEqual([
    'Maja Lind | as around',
    'Per Holm | @author · author',
  ]);
  expect(show(addresseeEntries(inside, []))[0]).toBe('the River League | as around');
});

test('after a comma: only these, or one of the others', () => {
  const entries = claimantEntries(known, before, ['norland']);
  expect(show(entries)).toEqual([
    'only Norland',
    '-- here',
    'Maja Lind | @lind · 2×',
    '-- codebook',
    'the River League | @league',
    'new actor',
  ]);
  expect(entries[0]).toMatchObject({ choice: { type: 'ids', ids: [] } });
});

test('a comma takes whom the letters mean: beginnings first, then names, then ids and other names', () => {
  const entries = claimantEntries(known, before, []);
  expect(idCalled(entries, 'nor')).toBe('norland');
  expect(idCalled(entries, 'river')).toBe('league');
  expect(idCalled(entries, ' ARN')).toBe('norland');
  expect(idCalled(entries, '@li')).toBe('lind');
  expect(idCalled(entries, 'before')).toBeNull();
  expect(idCalled(entries, 'Bruun')).toBeNull();
  expect(idCalled(entries, '')).toBeNull();
});

test('mentions: whoever the words call, else somebody new of that name', () => {
  expect(mentionEntries(known, [])[0]).toMatchObject({ choice: { type: 'new', name: 'she' } });
  const called = { ...known, choices: { ...known.choices, called: ['league'] } };
  expect(show(mentionEntries(called, []))).toEqual([
    'the River League | @league',
    '-- recent',
    'Norland | @norland · Arnby',
    '-- here',
    'Maja Lind | @lind · 2×',
    'new actor',
  ]);
});

test('topics and positions: none is the default; no name is an icon', () => {
  expect(show(topicEntries(known, []))).toEqual([
    'no topic',
    '-- recent',
    'The \\$(river) | river',
    '-- here',
    'The dam | dam · 1× · The river',
    'new topic',
  ]);
  expect(show(positionEntries(known))).toEqual(['neither', 'oppose | Against it.']);
});

test('what is new is listed whatever is typed, and its label never comes before a match', () => {
  for (const entries of [claimantEntries(known, null, []), topicEntries(known, [])])
    expect(entries.at(-1)).toMatchObject({ label: '$(add)', alwaysShow: true, choice: { name: null } });
});

test('a claim has no addressee, and a position only on a topic', () => {
  expect(questionsFor('claim', { topics: [] })).toEqual(['by', 'topic']);
  expect(questionsFor('demand', { topics: ['dam'] })).toEqual(['by', 'to', 'topic', 'position']);
  expect(attributesOf('claim', before).map(({ name }) => name)).toEqual(['by', 'topic', 'position']);
  expect(attributesOf('demand', { ...before, topics: [] }).map(({ name }) => name)).toEqual(['by', 'to']);
});

function memory(): Memory {
  const values = new Map<string, unknown>();
  return {
    get: (key) => values.get(key),
    update: async (key, value) => {
      values.set(key, JSON.parse(JSON.stringify(value)));
    },
  };
}

test('what was chosen lately: latest first, each once, not without end', async () => {
  const kept = memory();
  const recent = new Recent(kept);
  expect([recent.actors, recent.lastFor('claim')]).toEqual([[], null]);
  await recent.rememberStatement('demand', before);
  await recent.rememberActors(['league', 'norland']);
  const again = new Recent(kept);
  expect(again.actors).toEqual(['league', 'norland', 'lind']);
  expect(again.topics).toEqual(['dam']);
  expect(again.lastFor('demand')).toEqual(before);
  expect(again.lastFor('claim')).toEqual({ ...before, to: [] });
  await recent.rememberActors(Array.from({ length: 50 }, (_, index) => `a${index}`));
  expect(recent.actors.length).toBeLessThan(10);
});

test('a memory of another version does no harm', async () => {
  const kept = memory();
  await kept.update('demarche.tagging.recent', 'nonsense');
  expect(new Recent(kept).actors).toEqual([]);
});
