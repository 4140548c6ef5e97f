/** Random marked-up documents, heads, codebooks and edits, rich in names that meet each other. */
import fc from 'fast-check';
import { edit as anyEdit, soup } from '../kit/arbitraries.ts';

const id = fc.constantFrom('a', 'b', 'c', 'd');
const actor = fc.constantFrom('us', 'ru', 'wu', 'author', 'nobody');
const topic = fc.constantFrom('arms', 'trade', 'gas');
const date = fc.constantFrom('2021', '2021-12', '2021-12-17', '2022-01-20', '17.12.2021');
const reference = fc.oneof(
  id.map((each) => `#${each}`),
  fc.tuple(fc.constantFrom('one', 'two', 'three'), id).map(([document, each]) => `#${document}/${each}`),
);

function attribute(name: string, value: fc.Arbitrary<string>, most = 1): fc.Arbitrary<string> {
  return fc.array(value, { minLength: 1, maxLength: most }).map((values) => ` ${name}=${values.join(',')}`);
}

const actorValue = actor.map((each) => `@${each}`);
const attributes = fc
  .array(
    fc.oneof(
      attribute('by', actorValue, 2),
      attribute('to', actorValue, 2),
      attribute('topic', topic, 2),
      attribute('position', fc.constantFrom('support', 'oppose', 'against')),
      attribute('date', date),
      attribute('until', date),
      attribute('type', fc.constantFrom('fact', 'policy')),
      attribute('strength', fc.constantFrom('appeal', 'ultimatum')),
      attribute('frame', fc.constantFrom('legal', 'moral')),
      attribute('supports', reference, 2),
      attribute('rebuts', reference),
      attribute('answers', reference, 2),
      attribute('response', fc.constantFrom('agree', 'reject', 'withdraw')),
    ),
    { maxLength: 5 },
  )
  .map((list) => list.join(''));

const words = fc.constantFrom(
  'words',
  'It is “not so very far” away',
  '“four words are quoted”',
  '',
  'Moscow',
  'Us and Ru',
  'The bear, not Us',
);
const memo = fc.constantFrom(
  '{>> a note <<}',
  '{>> demarche-ignore undefined-actor, empty-tag: why <<}',
  '{>> demarche-ignore self-relation <<}',
  '{>> demarche-ignore unanswered-demand <<}',
);

/** A tag with tags inside it. */
const { tag } = fc.letrec<{ tag: string; body: string }>((tie) => ({
  body: fc.oneof({ maxDepth: 3, withCrossShrink: true }, words, tie('tag')),
  tag: fc.oneof(
    fc.tuple(actor, tie('body')).map(([who, body]) => `{@${who}: ${body}}`),
    fc.tuple(id, tie('body')).map(([own, body]) => `{+#${own}: ${body}}`),
    fc
      .tuple(fc.constantFrom('claim', 'demand', 'clam'), fc.option(id), attributes, tie('body'), tie('body'))
      .map(([kind, own, list, one, two]) => `{${kind}${own ? ` #${own}` : ''}${list}: ${one} ${two}}`),
  ),
}));

const block = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.array(fc.oneof(tag, tag, words, memo), { maxLength: 3 }).map((list) => list.join(' ')),
  },
  { weight: 1, arbitrary: memo },
  { weight: 1, arbitrary: fc.constantFrom('# One', '### Three', '<<<<<<< x\n=======', 'no marks') },
  { weight: 1, arbitrary: soup },
);

const head = fc.constantFrom(
  '',
  '---\ntitle: T\ndate: 2021-12-31\nauthor: wu\n---\n\n',
  '---\nid: one\ncoder: kh\nactors:\n  nobody: { name: N, of: ru }\n  wu: { name: Us }\n---\n\n',
  '---\ntitle: T\ntopics: { gas: Gas, coal: Coal }\nlint: { rules: { empty-tag: error, undefined-topic: off } }\n---\n\n',
  `---\nsource-hash: ${'0'.repeat(64)}\ncodebook: other.yaml\n---\n\n`,
  '---\ntitle: A: b\n\n',
);

/** A document with a head or without. */
export const documentText = fc
  .tuple(head, fc.array(block, { maxLength: 4 }))
  .map(([start, blocks]) => start + blocks.join('\n\n'));

/** An edit of a document; places are fractions of its length. */
export const documentEdit = fc.oneof(
  anyEdit,
  fc.record({
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.oneof(fc.constant(0), fc.nat(8)),
    inserted: fc.oneof(tag, block, head, id, actor, fc.constantFrom('', '\n\n', '}', '{', ':')),
  }),
);

const entry = (name: string) =>
  fc
    .tuple(fc.constantFrom('Us', 'Ru', 'the bear', 'Ru, aka: [Moscow, Us]'), fc.option(actor))
    .map(([shown, of]) => `  ${name}: { name: ${shown}${of ? `, of: ${of}` : ''} }\n`);

const maybe = (text: fc.Arbitrary<string>) => fc.oneof(text, fc.constant(''));

/** A codebook. */
export const codebookText = fc
  .tuple(
    maybe(entry('us')),
    maybe(entry('ru')),
    maybe(entry('wu')),
    maybe(fc.constant('  arms: Arms\n')),
    maybe(fc.constant('  trade: { name: Trade, in: arms }\n')),
    fc.constantFrom('', '  frame: { values: [legal] }\n', '  frame: { for: [claim], required: true }\n'),
    fc.constantFrom('', 'lint: { rules: { demand-to-self: error } }\n', 'oops\n'),
  )
  .map(
    ([us, ru, wu, arms, trade, frame, rest]) =>
      `actors:\n${us}${ru}${wu}topics:\n${arms}${trade}attributes:\n${frame}${rest}`,
  );
