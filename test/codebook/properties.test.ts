import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Definitions, insertEntry, readCodebook, readHead } from '../../server/src/codebook/index.ts';
import { cases } from '../kit/cases.ts';

const PIECES = [
  'title', 'author', 'date', 'actors', 'topics', 'attributes', 'lint', 'rules', 'include', 'name', 'kind', 'of', 'aka', 'in', 'values',
  'for', 'required', 'source-hash', 'titel', '__proto__', 'constructor', ': ', ':', '：', ' ', '  ', '    ', '\t', '\n', '\n', '\n  ', '\n    ',
  '\r\n', '\r', '- ', '? ', '[', ']', '{', '}', ', ', '"', "'", '\\', '&a ', '*a', '!a ', '!!str ', '|', '>', '|\n  ', '#', ' # note', '@', '@x',
  '%', '`', '---\n', '...\n', '%YAML 1.1\n', 'NATO: what next', '2022', '2022-01-19', '17.12.2021', 'true', 'yes', 'null', '~', 'a', 'b c',
  'russia', '俄罗斯', 'الصين', 'e\u0301', '\uFEFF', '\0', '\uD83D', '🇫🇷', '\u00A0', '\u2028', 'state', 'error', '<<', 'x: { name: X }',
]; // biome-ignore format: a list

const soup = fc
  .array(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 5 }) },
    ),
    { maxLength: 50 },
  )
  .map((pieces) => pieces.join(''));

/** Every range that a head or codebook holds, at any depth. */
function* rangesOf(value: unknown): Generator<{ start: number; end: number }> {
  if (value instanceof Map) for (const item of value.values()) yield* rangesOf(item);
  else if (Array.isArray(value)) for (const item of value) yield* rangesOf(item);
  else if (value !== null && typeof value === 'object') {
    if ('start' in value) yield value as { start: number; end: number };
    for (const item of Object.values(value)) yield* rangesOf(item);
  }
}

function checkRanges(read: Definitions, from: number, to: number): void {
  for (const { start, end } of rangesOf(read)) {
    expect(Number.isInteger(start) && Number.isInteger(end)).toBe(true);
    expect(from <= start && start <= end && end <= to).toBe(true);
  }
}

/** The same with all offsets moved. */
function moved(value: unknown, by: number): unknown {
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, moved(item, by)]));
  if (Array.isArray(value)) return value.map((item) => moved(item, by));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === 'start' || key === 'end' ? (item as number) + by : moved(item, by),
    ]),
  );
}

function applyFixes(text: string, { problems }: Definitions): string {
  const edits = problems.flatMap(({ fix }) => fix?.edits ?? []).toSorted((a, b) => b.start - a.start);
  return edits.reduce((fixed, edit) => fixed.slice(0, edit.start) + edit.text + fixed.slice(edit.end), text);
}

describe('any text', () => {
  test('is read as a head, with ranges inside it', () => {
    fc.assert(
      fc.property(soup, fc.nat(100), (text, base) => {
        const head = readHead(text, base);
        checkRanges(head, base, base + text.length);
        expect(head).toEqual(moved(readHead(text, 0), base));
      }),
      cases(500),
    );
  });

  test('is read as a codebook, with ranges inside it', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          soup,
          soup.map((text) => `actors:\n  a: ${text}`),
        ),
        (text) => {
          checkRanges(readCodebook(text), 0, text.length);
        },
      ),
      cases(500),
    );
  });

  test('reads the same with any line ends', () => {
    const withoutCr = soup.filter((text) => !text.includes('\r'));
    const gist = (text: string) => {
      const { title, authors, actors, problems } = readHead(text, 0);
      const plain = (value: string | undefined) => value?.replace(/\r\n?/g, '\n');
      return [
        plain(title?.value),
        authors.map(({ value }) => plain(value)),
        [...actors.keys()],
        problems.map(({ rule }) => rule),
      ];
    };
    fc.assert(
      fc.property(withoutCr, (text) => {
        expect(gist(text.replaceAll('\n', '\r'))).toEqual(gist(text));
        expect(gist(text.replaceAll('\n', '\r\n'))).toEqual(gist(text));
      }),
      cases(400),
    );
  });

  test('fixes do not overlap', () => {
    fc.assert(
      fc.property(soup, (text) => {
        const edits = readHead(text, 0)
          .problems.flatMap(({ fix }) => fix?.edits ?? [])
          .toSorted((a, b) => a.start - b.start);
        for (let i = 1; i < edits.length; i++)
          expect((edits[i - 1]?.end as number) <= (edits[i]?.start as number)).toBe(true);
      }),
      cases(400),
    );
  });
});

describe('any title', () => {
  const words = fc
    .array(
      fc.constantFrom(
        'NATO',
        'what',
        ':',
        ': ',
        ' ',
        '"',
        "'",
        '\\',
        '[',
        ']',
        '{',
        '}',
        '#',
        ',',
        '@',
        '&',
        '*',
        '!',
        '|',
        '-',
        '- ',
        '俄',
        '%',
        '?',
        '? ',
      ),
      { minLength: 1, maxLength: 10 },
    )
    .map((pieces) => pieces.join('').trim())
    .filter((title) => title !== '' && !/\s#/.test(title) && !title.startsWith('#'));

  test('whatever its signs, it leaves the rest of the head alone', () => {
    fc.assert(
      fc.property(words, (title) => {
        const head = readHead(`lang: en\ntitle: ${title}\ndate: 2021\ncoder: kh\n`, 0);
        expect([head.lang?.value, head.date?.value, head.coder?.value]).toEqual(['en', '2021', 'kh']);
      }),
      cases(500),
    );
  });

  test('once quoted by the fix, it has no problem, and is the same', () => {
    fc.assert(
      fc.property(words, (title) => {
        const text = `title: ${title}\ndate: 2021\n`;
        const head = readHead(text, 0);
        fc.pre(head.problems.some(({ fix }) => fix !== null));
        const fixed = readHead(applyFixes(text, head), 0);
        expect(fixed.problems).toEqual([]);
        expect(fixed.title?.value).toBe(head.title?.value);
      }),
      cases(500),
    );
  });
});

test('an entry that is added to any codebook is there, and nothing else has changed', () => {
  const entries = fc
    .array(
      fc.constantFrom(
        '  a: A\n',
        '  b: { name: B }\n',
        '  c:\n    name: C\n',
        '  d: {}\n',
        '# note\n',
        '\n',
        '  # note\n',
        '  e: # note\n',
      ),
      { maxLength: 5 },
    )
    .map((lines) => [...new Set(lines)].join(''));
  fc.assert(
    fc.property(entries, entries, fc.boolean(), fc.string(), (actors, topics, both, name) => {
      const text = `actors:\n${actors}${both ? `topics:\n${topics}` : ''}`;
      const edit = insertEntry(text, 'actors', 'zz', { name });
      if (edit === null) throw new Error(`not added to ${JSON.stringify(text)}`);
      const before = readCodebook(text);
      const after = readCodebook(text.slice(0, edit.start) + edit.text + text.slice(edit.end));
      expect(after.problems).toEqual([]);
      expect([...after.actors.keys()]).toEqual([...before.actors.keys(), 'zz']);
      expect([...after.topics.keys()]).toEqual([...before.topics.keys()]);
      expect(after.actors.get('zz')?.name).toBe(name.normalize('NFC').trim() || 'zz');
    }),
    cases(200),
  );
});
