/**
 * Typing a tag key by key disturbs nothing. At every keystroke the tags that were sound are whole, and there is
 * at most one problem more than before:
 *
 * - where no tag is around the place, or the editor puts the closing brace in at once: until it is done;
 * - inside another tag, its closing brace typed last: until its head has a colon. From there to the brace it is
 *   a sound tag that takes the next `}`, as it must.
 *
 * Other paragraphs never change. A backslash is an escape until the key after it, so that moment is left out.
 */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { SourceDocument } from '../../server/src/syntax/document.ts';
import type { Tag } from '../../server/src/syntax/tree.ts';
import { memo, paragraph, soundTag, type Token } from '../kit/arbitraries.ts';
import { cases } from '../kit/cases.ts';

// Many cases: a busy machine may need longer than a test usually gets.
vi.setConfig({ testTimeout: 120_000 });

interface Scene {
  readonly text: string;
  /** Where the typing starts. */
  readonly place: number;
  /** How many tags are around it. */
  readonly depth: number;
}

const textOf = (tokens: readonly Token[]) => tokens.map((token) => token.text).join('');

/** A place between two tokens of the middle one of three paragraphs. */
const scene: fc.Arbitrary<Scene> = fc
  .tuple(fc.array(paragraph, { minLength: 3, maxLength: 3 }), fc.constantFrom('', '# ', '\n'), fc.nat())
  .map(([[first = [], middle = [], last = []], prefix, choice]) => {
    const before = `${textOf(first)}\n\n${prefix}`;
    const count = (choice % middle.length) + 1;
    const tokens =
      prefix === '# ' ? middle.map((each) => ({ ...each, text: each.text.replace('\n', ' ') })) : middle;
    const place = before.length + textOf(tokens.slice(0, count)).length;
    const text = `${before}${textOf(tokens)}\n\n${textOf(last)}`;
    return { text, place, depth: tokens[count - 1]?.depth ?? 0 };
  });

const problemCount = (document: SourceDocument) =>
  document.blocks.reduce((count, block) => count + block.tree.problems.length, 0);

/** A tag as a line that says all about it, its opening and its closing mark moved by so much. */
function describeTag(start: number, tag: Tag, openingMoves = 0, closingMoves = 0): string {
  const names = tag.head.attributes.map(
    ({ name, values }) => `${name}=${JSON.stringify(values, withoutRanges)}`,
  );
  const actors = tag.head.actors.map((actor) => actor.id);
  const opening = [tag.start, tag.bodyStart].map((offset) => start + offset + openingMoves);
  const closing = [tag.bodyEnd, tag.end].map((offset) => start + offset + closingMoves);
  return [tag.kind, actors, names, ...opening, ...closing, tag.fault].join(' ');
}

const withoutRanges = (key: string, value: unknown) => (key === 'start' || key === 'end' ? undefined : value);

function soundTags(document: SourceDocument): { tag: Tag; start: number }[] {
  return document.blocks.flatMap((block, index) => {
    const start = document.startOf(index);
    return block.tree.tags.filter((tag) => tag.fault === null).map((tag) => ({ tag, start }));
  });
}

/** The sound tags, as they must be when so much is typed at a place. */
function movedBy(document: SourceDocument, place: number, length: number): string[] {
  return soundTags(document).map(({ tag, start }) =>
    describeTag(start, tag, start + tag.start >= place ? length : 0, start + tag.end > place ? length : 0),
  );
}

/** Types text and calls `afterKey` with the document and how much of it stands there. */
function type(
  { text, place }: Scene,
  typed: string,
  closing: string,
  afterKey: (document: SourceDocument, length: number) => void,
): void {
  const document = new SourceDocument(text);
  for (let keys = 1; keys <= typed.length; keys++) {
    const isFirst = keys === 1;
    document.edit(place + keys - 1, place + keys - 1, (typed[keys - 1] as string) + (isFirst ? closing : ''));
    if (typed[keys - 1] !== '\\') afterKey(document, keys + closing.length);
  }
}

function expectUndisturbed(
  before: SourceDocument,
  scene: Scene,
  after: SourceDocument,
  length: number,
): void {
  const now = new Set(soundTags(after).map(({ tag, start }) => describeTag(start, tag)));
  for (const tag of movedBy(before, scene.place, length)) {
    if (!now.has(tag)) expect([...now], after.text).toContain(tag);
  }
  expect(problemCount(after), after.text).toBeLessThanOrEqual(problemCount(before) + 1);
}

/** The tags of the paragraphs that are not typed in. */
function others(document: SourceDocument): string[] {
  const last = document.blocks.length - 1;
  return [0, last].flatMap((index) =>
    (document.blocks[index]?.tree.tags ?? []).map((tag) => JSON.stringify(tag)),
  );
}

test('outside of tags: at every keystroke', () => {
  fc.assert(
    fc.property(
      scene.filter(({ depth }) => depth === 0),
      soundTag,
      (scene, tag) => {
        const before = new SourceDocument(scene.text);
        type(scene, tag, '', (after, length) => expectUndisturbed(before, scene, after, length));
      },
    ),
    cases(150),
  );
});

test('anywhere, with the closing brace put in at once: at every keystroke', () => {
  fc.assert(
    fc.property(scene, soundTag, (scene, tag) => {
      const before = new SourceDocument(scene.text);
      type(scene, tag.slice(0, -1), '}', (after, length) => expectUndisturbed(before, scene, after, length));
    }),
    cases(150),
  );
});

test('inside a tag, with the closing brace typed last: until the colon, and when it is done', () => {
  fc.assert(
    fc.property(
      scene.filter(({ depth }) => depth > 0),
      soundTag,
      (scene, tag) => {
        const before = new SourceDocument(scene.text);
        type(scene, tag, '', (after, length) => {
          expect(others(after)).toEqual(others(before));
          const block = after.blockAt(scene.place);
          const start = scene.place - after.startOf(block);
          const typed = after.blocks[block]?.tree.tags.find((each) => each.start === start);
          if (typed === undefined || typed.head.colon < 0 || length === tag.length) {
            expectUndisturbed(before, scene, after, length);
          }
        });
      },
    ),
    cases(150),
  );
});

test('a memo, at every keystroke: what ends before it, and other paragraphs; and all when it is done', () => {
  fc.assert(
    fc.property(scene, memo, (scene, memo) => {
      const before = new SourceDocument(scene.text);
      type(scene, memo, '', (after, length) => {
        expect(others(after)).toEqual(others(before));
        const now = soundTags(after).map(({ tag, start }) => describeTag(start, tag));
        for (const { tag, start } of soundTags(before)) {
          if (start + tag.end <= scene.place) expect(now).toContain(describeTag(start, tag));
        }
        if (length === memo.length) expectUndisturbed(before, scene, after, length);
      });
    }),
    cases(80),
  );
});
