import { expect, test } from 'vitest';
import { rowsIn } from './kit.ts';

function states(text: string, others: Record<string, string> = {}) {
  return rowsIn(text, {}, { others }).map(({ demand, addressee, state, replies }) => [
    demand,
    addressee?.name ?? null,
    state,
    replies.map(({ response }) => response),
  ]);
}

test('each addressee has a row; one without a reply is open', () => {
  expect(
    states(`{demand #stop by=@sudmark to=@norland,@league: Stop}
{claim by=@norland answers=#stop response=reject: No}`),
  ).toEqual([
    ['#stop', 'Norland', 'reject', ['reject']],
    ['#stop', 'the River League', null, []],
  ]);
});

test('the latest reply by date decides, then the later in the text', () => {
  expect(
    states(`{demand #stop by=@sudmark to=@norland: Stop}
{claim by=@norland date=2024-03-02 answers=#stop response=agree: Yes}
{claim by=@norland date=2024-03-01 answers=#stop response=reject: No}
{claim by=@lind date=2024-03-02 answers=#stop response=accede: Done}`),
  ).toEqual([['#stop', 'Norland', 'accede', ['reject', 'agree', 'accede']]]);
});

test('the sender’s withdrawal ends it for all, a stranger’s does not', () => {
  const demand =
    '{demand #stop by=@sudmark to=@norland,@league: Stop}\n{claim by=@norland answers=#stop response=reject: No}';
  expect(states(`${demand}\n{claim by=@sudmark answers=#stop response=withdraw: Never mind}`)).toEqual([
    ['#stop', 'Norland', 'withdraw', ['reject', 'withdraw']],
    ['#stop', 'the River League', 'withdraw', ['withdraw']],
  ]);
  expect(states(`${demand}\n{claim by=@league answers=#stop response=withdraw: Never mind}`)).toEqual([
    ['#stop', 'Norland', 'reject', ['reject']],
    ['#stop', 'the River League', null, []],
  ]);
});

test('replies from other documents count', () => {
  const others = {
    'later.demarche': '{claim by=@norland date=2024-06-01 answers=#main/stop response=accede: Done}',
  };
  expect(states('{demand #stop by=@sudmark to=@norland: Stop}', others)).toEqual([
    ['#stop', 'Norland', 'accede', ['accede']],
  ]);
});

test('a demand of nobody is one row, by its first words without an id', () => {
  const [row, ...more] = rowsIn(
    '{demand by=@sudmark topic=dam strength=ultimatum until=2024-05: Fill it no further}',
  );
  expect(more).toEqual([]);
  expect(row).toMatchObject({
    demand: 'Fill it no further',
    addressee: null,
    state: null,
    claimants: [{ id: 'sudmark', name: 'Sudmark' }],
    topics: [{ id: 'dam', name: 'the Harte dam' }],
    strength: 'ultimatum',
    until: '2024-05',
  });
});

test('two rows of one demand have different keys', () => {
  const keys = rowsIn('{demand to=@norland,@league: Stop}').map(({ key }) => key);
  expect(new Set(keys).size).toBe(2);
});
