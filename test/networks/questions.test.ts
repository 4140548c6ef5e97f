/** What counts: whose statements, when made, and how often. */
import { expect, test } from 'vitest';
import { EVERY_STATEMENT } from '../../server/src/analysis/statementFilter.ts';
import { ask, claims, edgesOf, networkOf, weightsOf } from './kit.ts';

test('each of several claimants and topics is tied to each', () => {
  const text = { a: claims('ardia,belmar + dam,toll') };
  expect(weightsOf(networkOf(text))).toEqual({
    'ardia dam': 1,
    'ardia toll': 1,
    'belmar dam': 1,
    'belmar toll': 1,
  });
  expect(weightsOf(networkOf(text, { type: 'congruence' }))).toEqual({ 'ardia belmar': 2 });
});

test('@author is whoever the head names, by id or by name; without a name it is nobody, and said so', () => {
  const line = '{claim topic=dam: words}';
  const documents = {
    a: `---\nauthor: ardia\n---\n\n${line}\n`,
    b: `---\nauthor: [belmar, Ada Brook]\n---\n\n${line}\n`,
    c: `---\nauthor: Ada Brook\n---\n\n${line}\n`,
    d: `---\ntitle: T\n---\n\n${line}\n\n${line}\n`,
  };
  expect(weightsOf(networkOf(documents))).toEqual({ 'Ada Brook dam': 2, 'ardia dam': 1, 'belmar dam': 1 });
  expect(ask(documents).leftOut).toEqual(['2 statements by authors whom no head names']);
});

test('an actor whom the codebook calls author is that actor', () => {
  const codebook = 'actors:\n  author: { name: The Editor, kind: group }\n';
  const answer = ask({ a: '---\ntitle: T\n---\n\n{claim topic=dam: words}\n' }, {}, codebook);
  expect([...answer.networks][0]?.rows).toEqual([
    { id: 'author', name: 'The Editor', kind: 'group', statements: 1 },
  ]);
  expect(answer.leftOut).toEqual([]);
});

const AFFILIATED = {
  a: claims(
    `dunn + dam
    reyes + dam
    ardia + dam
    free + toll`,
    'author: Ada Brook\n',
  ).replace(/\n$/, '\n{claim topic=fish: words}\n'),
};

test('organizations: people count for the first that they belong to; those without one are left out, and said so', () => {
  expect(weightsOf(networkOf(AFFILIATED, { actors: 'organizations' }))).toEqual({ 'ardia dam': 3 });
  expect(ask(AFFILIATED, { actors: 'organizations' }).leftOut).toEqual([
    '2 statements of people whose organization the codebook doesn’t name (of:)',
  ]);
});

test('people alone, and everybody', () => {
  expect(Object.keys(weightsOf(networkOf(AFFILIATED, { actors: 'people' })))).toEqual([
    'Ada Brook fish',
    'dunn dam',
    'free toll',
    'reyes dam',
  ]);
  expect(ask(AFFILIATED, { actors: 'people' }).leftOut).toEqual(['1 statement of an organization']);
  expect(networkOf(AFFILIATED).rows.map(({ id, kind, statements }) => `${id} ${kind} ${statements}`)).toEqual(
    ['Ada Brook person 1', 'ardia state 1', 'dunn person 1', 'free person 1', 'reyes person 1'],
  );
});

test('people who speak together count once for their organization', () => {
  const text = { a: claims('dunn,reyes,ardia + dam') };
  expect(weightsOf(networkOf(text, { actors: 'organizations' }))).toEqual({ 'ardia dam': 1 });
});

test('affiliations that go in a circle end', () => {
  const codebook = `actors:\n  x: { name: X, kind: person, of: y }\n  y: { name: Y, kind: person, of: x }\n`;
  const answer = ask({ a: claims('x + dam') }, { actors: 'organizations' }, codebook);
  expect([...answer.networks][0]?.edges).toEqual([]);
  expect(answer.leftOut).toHaveLength(1);
});

test('what has no topic, no position, no addressee or no date is left out where it is needed, and said so', () => {
  const documents = {
    a: `---\ntitle: T\n---\n\n{claim by=@ardia: words} {claim by=@ardia topic=dam: words} {demand by=@ardia topic=dam: words}\n`,
  };
  expect(ask(documents).leftOut).toEqual(['1 statement without a topic']);
  expect(ask(documents, { type: 'congruence' }).leftOut).toEqual([
    '1 statement without a topic',
    '2 statements without a position',
  ]);
  expect(ask(documents, { type: 'demands' }).leftOut).toEqual(['1 demand without an addressee']);
  expect(ask(documents, { from: '2021-01-01T00:00' }).leftOut).toEqual([
    '1 statement without a topic',
    '2 statements without a date',
  ]);
  expect(edgesOf(networkOf(documents))).toEqual(['ardia dam: 2, neither 2']);
});

test('a filter by actor or topic means that part of a statement alone', () => {
  const text = { a: claims('ardia,belmar + dam,toll') };
  const only = (filter: object) => weightsOf(networkOf(text, { filter: { ...EVERY_STATEMENT, ...filter } }));
  expect(only({ by: ['ardia'] })).toEqual({ 'ardia dam': 1, 'ardia toll': 1 });
  expect(only({ topics: ['river'] })).toEqual({ 'ardia dam': 1, 'belmar dam': 1 });
  const demand = { a: '---\ntitle: T\n---\n\n{demand by=@ardia to=@belmar,@corvo topic=dam,fish: words}\n' };
  const filter = { ...EVERY_STATEMENT, to: ['corvo'], topics: ['fish'] };
  expect(weightsOf(networkOf(demand, { type: 'demands', filter }))).toEqual({ 'ardia corvo': 1 });
});

test('isolates: who has a statement is a node, and on demand everybody who has any', () => {
  const text = { a: claims(`ardia + dam\nbelmar - toll\ncorvo . fish`) };
  const nodes = (isolates: boolean) =>
    networkOf(text, { type: 'congruence', isolates }).rows.map(({ id, statements }) => `${id} ${statements}`);
  expect(nodes(false)).toEqual(['ardia 1', 'belmar 1']);
  expect(nodes(true)).toEqual(['ardia 1', 'belmar 1', 'corvo 0']);
  const dated = { a: claims('ardia + dam 2020\nbelmar + toll 2021') };
  const late = (isolates: boolean) => {
    const { rows, columns } = networkOf(dated, { from: '2021-01-01T00:00', isolates });
    return [rows, columns].map((all) => all.map(({ id }) => id).join(' '));
  };
  expect(late(false)).toEqual(['belmar', 'toll']);
  expect(late(true)).toEqual(['ardia belmar', 'dam toll']);
});

const AGAIN = {
  // 2020-12-31 and 2021-01-03 are in one week of ISO 8601 (2020-W53), in two months and years.
  a: claims(`ardia + dam 2020-12-31
    ardia + dam 2020-12-31
    ardia - dam 2021-01-03
    ardia + dam 2021-01-03
    ardia + dam`),
  b: claims(`ardia + dam 2021-01-31
    ardia + dam 2022-01-01
    ardia + dam`),
};

test.each([
  // In a: + and -, in b: +.
  ['document', 'subtract', 1],
  ['document', 'ignore', 2],
  // 2020-W53: + and -; 2021-W04 +; 2021-W52 (2022-01-01 is a Saturday) +; the undated ones, each by its document, + and +.
  ['week', 'subtract', 4],
  ['week', 'ignore', 5],
  // 2020-12 +; 2021-01 + and -; 2022-01 +, not the same as the January before; undated + and +.
  ['month', 'subtract', 4],
  ['month', 'ignore', 5],
  ['year', 'subtract', 4],
  ['year', 'ignore', 5],
  ['range', 'subtract', 0],
  ['range', 'ignore', 1],
] as const)('once per %s, positions: %s', (unique, qualifier, weight) => {
  expect(Object.values(weightsOf(networkOf(AGAIN, { unique, qualifier })))).toEqual(
    weight === 0 ? [] : [weight],
  );
});

test('where duplicates may differ in position, no counts of positions are told', () => {
  expect(edgesOf(networkOf(AGAIN, { unique: 'range' }))).toEqual(['ardia dam: 1']);
});

test('a demand put again counts once, one on another topic is another', () => {
  const demand = (topic: string) => `{demand by=@ardia to=@belmar topic=${topic}: words}`;
  const text = { a: `---\ntitle: T\n---\n\n${demand('dam')} ${demand('dam')} ${demand('dam,toll')}\n` };
  expect(weightsOf(networkOf(text, { type: 'demands' }))).toEqual({ 'ardia belmar': 3 });
  expect(weightsOf(networkOf(text, { type: 'demands', unique: 'document' }))).toEqual({ 'ardia belmar': 2 });
});

test('a demand is open until its addressee replies, in whichever text', () => {
  const documents = {
    a: '---\ntitle: T\n---\n\n{demand #open by=@ardia to=@belmar,@corvo: open it}\n',
    b: '---\ntitle: T\n---\n\n{claim by=@corvo answers=#a/open response=agree: Yes}\n',
  };
  expect(edgesOf(networkOf(documents, { type: 'demands' }))).toEqual([
    'ardia belmar: 1, open 1',
    'ardia corvo: 1, agree 1',
  ]);
});
