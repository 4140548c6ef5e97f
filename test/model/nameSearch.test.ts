import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { readCodebook } from '../../server/src/codebook/index.ts';
import { type ActorLayer, NameSearch } from '../../server/src/model/nameSearch.ts';
import { cases } from '../kit/cases.ts';

function layer(yaml: string): ActorLayer {
  return readCodebook(`actors:\n${yaml}`).actors;
}

const ACTORS =
  layer(`  russia: { name: Russia, aka: [Moscow, the Kremlin, 俄罗斯, รัสเซีย, ロシア, Россия, روسيا] }
  south: { name: South Russia }
  duma: { name: 俄罗斯杜马 }
  hague: { name: The Hague Group, aka: [ça ira, ßigma] }
  us: { name: US, aka: [Zoë, 한국, C++ (Corp.)] }
  georgia: { name: Georgia }
  state: { name: State of Georgia, aka: [Georgia] }
  ".": { name: Nobody }
`);

/** What is found, each as `words=ids`. */
function found(text: string, layers: readonly ActorLayer[] = [ACTORS]): string[] {
  return new NameSearch(layers)
    .in(text)
    .map(({ start, end, actors }) => `${text.slice(start, end)}=${actors.join(',')}`);
}

describe('finds', () => {
  test.each<[string, string[]]>([
    ['Moscow, Russia’s and US-led.', ['Moscow=russia', 'Russia=russia', 'US=us']],
    ['Russian BelaRussia Russia1 us', []],
    ['South Russia, not the south of Russia', ['South Russia=south', 'Russia=russia']],
    ['The Kremlin; the Kremlin; THE KREMLIN', ['The Kremlin=russia', 'the Kremlin=russia']],
    ['the Hague Group, The Hague Group', ['the Hague Group=hague', 'The Hague Group=hague']],
    ['Ça ira. ßigma', ['Ça ira=hague', 'ßigma=hague']],
    ['the\nKremlin, the  \t Kremlin', ['the\nKremlin=russia', 'the  \t Kremlin=russia']],
    ['the \r\n \r\nKremlin', []],
    ['俄罗斯说，US不是俄罗斯杜马', ['俄罗斯=russia', 'US=us', '俄罗斯杜马=duma']],
    ['และรัสเซียก็ รัสเซีย์', ['รัสเซีย=russia']],
    ['ロシアは', ['ロシア=russia']],
    ['Россия, Россияне', ['Россия=russia']],
    ['روسيا، وروسيا روسيا\u200Cيي', ['روسيا=russia']],
    ['Zoe\u0308 and Russia\u0301, Russia', ['Zoe\u0308=us', 'Russia=russia']],
    ['\u1112\u1161\u11AB\u1100\u116E\u11A8', ['\u1112\u1161\u11AB\u1100\u116E\u11A8=us']],
    ['e\u0301  Moscow e\u0301\u0301 Moscow', ['Moscow=russia', 'Moscow=russia']],
    ['C++ (Corp.) xC++ (Corp.)', ['C++ (Corp.)=us']],
    ['Georgia, State of Georgia', ['Georgia=georgia,state', 'State of Georgia=state']],
    ['Nobody', []],
    ['', []],
  ])('%j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test('the names of a head over those of a codebook', () => {
    const head = layer(`  us: { name: Us two }\n  north: { name: South Russia }\n`);
    expect(found('Us two, US, South Russia', [head, ACTORS])).toEqual([
      'Us two=us',
      'South Russia=north,south',
    ]);
    expect(found('Moscow', [])).toEqual([]);
  });

  test('whose name some words are as a whole', () => {
    const search = new NameSearch([ACTORS]);
    expect(search.called(' the\nKremlin ')).toEqual(['russia']);
    expect(search.called('the Kremlin itself')).toEqual([]);
    expect(search.called('')).toEqual([]);
  });
});

describe('is what looking for each name at each place finds', () => {
  const word = fc.constantFrom('a', 'b', 'ab', 'ba', 'aab', 'é', '山', '山a', ' ');
  const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((list) => list.join(''));

  test('of names that hold each other', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          words.map((name) => name.replace(/ +/g, ' ').trim()).filter((name) => name !== ''),
          { minLength: 1, maxLength: 8 },
        ),
        fc.array(word, { maxLength: 20 }).map((list) => list.join('').replace(/ +/g, ' ')),
        (names, text) => {
          const entries = names.map((name, index) => `  a${index}: { name: "${name}" }\n`);
          const search = new NameSearch([layer(entries.join(''))]);
          expect(search.in(text).map(({ start, end }) => [start, end])).toEqual(oneByOne(names, text));
        },
      ),
      cases(700),
    );
  });
});

/** Leftmost, then longest, between boundaries: as slowly as it can be said. */
function oneByOne(names: readonly string[], text: string): number[][] {
  const capitals = names.map((name) => name.replace(/^\p{Ll}/u, (first) => first.toUpperCase()));
  const places: number[][] = [];
  for (let start = 0; start < text.length; ) {
    const lengths = [...names, ...capitals]
      .filter((name) => text.startsWith(name, start))
      .map((name) => name.length)
      .filter((length) => isFree(text, start) && isFree(text, start + length));
    const length = Math.max(0, ...lengths);
    if (length > 0) places.push([start, start + length]);
    start += length || 1;
  }
  return places;
}

function isFree(text: string, offset: number): boolean {
  const isLetter = (sign: string | undefined) => sign !== undefined && /[abé]/.test(sign);
  return !isLetter(text[offset - 1]) || !isLetter(text[offset]);
}

describe('of 5,000 actors', () => {
  vi.setConfig({ testTimeout: 60_000 });
  const actors = layer(
    Array.from(
      { length: 5_000 },
      (_, i) => `  a${i}: { name: Republic of Land ${i}, aka: [Land ${i}, the Land of ${i} Rivers] }\n`,
    ).join(''),
  );
  const sentence = (i: number) =>
    `The Land of ${i} Rivers met Land ${i}, and the Republic of Land was silent. `;
  const textOf = (count: number) => Array.from({ length: count }, (_, i) => sentence(i % 5_000)).join('');
  const search = new NameSearch([actors]);

  test('finds each', () => {
    expect(search.in(textOf(5_000))).toHaveLength(10_000);
  });

  const time = (text: string) => {
    const start = performance.now();
    search.in(text);
    return Math.max(performance.now() - start, 1);
  };

  test.each([
    ['names', textOf],
    ['beginnings of names', (count: number) => 'the Land of the Land of '.repeat(count * 3)],
    ['no white space', (count: number) => 'Land'.repeat(count * 18)],
    ['decomposed text', (count: number) => 'e\u0301 Land 7 '.repeat(count * 7)],
  ])('takes time that grows with the text: %s', (_, make) => {
    // Eight times the text: 64 times as long were quadratic. A disturbed round proves nothing, several bad ones do.
    const [small, large] = [make(2_500), make(20_000)];
    const ratios: number[] = [];
    do ratios.push(time(large) / time(small));
    while (ratios.length < 5 && (ratios.at(-1) as number) > 24);
    expect(Math.min(...ratios)).toBeLessThanOrEqual(24);
  });
});
