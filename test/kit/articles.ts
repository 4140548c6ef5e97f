/**
 * Commentaries made by number, for measuring: about 6 KB each, some 9 % of it marks, the same for the same number.
 * Run as a program it writes a corpus: `node test/kit/articles.ts FOLDER COUNT [FROM]`.
 */
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const ACTORS = ['norland', 'sudmark', 'league', 'ostrava_bay', 'council', 'miners', 'port', 'chancellor'];
const NAMES = ['Norland', 'Sudmark', 'the River League', 'Ostrava Bay', 'the Council', 'the miners’ union'];
const TOPICS = ['dam', 'fishing', 'tolls', 'border', 'water'];
const SENTENCES = [
  'The talks in the old customs house went on until the lamps were lit, and nobody left before the others.',
  'Those who live below the weir have heard such promises before, in better years and from better speakers.',
  'A treaty that asks for patience from one bank only is not likely to be read aloud on both.',
  'The figures that the harbour office gives are sound, but they stop in the spring before the flood.',
  'What was a quarrel about a lock has become, within a decade, one about who may call the river theirs.',
  'None of the papers that were laid on the table says who is to pay for the dredging after the first year.',
  'It would be a mistake to read the silence of the smaller towns as consent; they have no seat to speak from.',
  'Engineers on either side agree about the height of the water and about little else.',
];
const CLAIMS = [
  'the gates were never closed for longer than a night',
  'the fish have moved north and will not come back',
  'no ship has waited more than two days since the autumn',
];
const DEMANDS = [
  'open the archive of the survey',
  'halt the works until the spring',
  'lower the toll by a third',
];

export const ARTICLES_CODEBOOK = `actors:
${ACTORS.map((id, index) => `  ${id}: { name: ${NAMES[index] ?? `Actor ${index}`}, kind: organization }`).join('\n')}
topics:
${TOPICS.map((id) => `  ${id}: { name: The ${id} }`).join('\n')}
`;

/** Numbers that look random, the same for the same seed (mulberry32). */
function numbersFrom(seed: number): (below: number) => number {
  let state = (seed + 1) * 0x9e3779b9;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** A document. @param length about how long it gets, in UTF-16 units */
export function article(number: number, length = 6000): string {
  const next = numbersFrom(number);
  const pick = <T>(list: readonly T[]): T => list[next(list.length)] as T;
  const day = `${2015 + next(9)}-${`${1 + next(12)}`.padStart(2, '0')}-${`${1 + next(28)}`.padStart(2, '0')}`;
  const head = `---\ntitle: The river and its banks, ${number}\nauthor: Ida Brandt\ndate: ${day}\n---\n`;
  const paragraphs = [head];
  let [size, id] = [head.length, 0];
  while (size < length) {
    const sentences = Array.from({ length: 4 }, () => pick(SENTENCES));
    const [actor, other] = [pick(ACTORS), pick(ACTORS.slice(0, 3))];
    const topic = pick(TOPICS);
    if (next(2) === 0) {
      sentences[1] = `{@${actor}: They} say that {claim #c${++id} by=@${actor} topic=${topic} position=support: ${pick(CLAIMS)}}.`;
    } else if (actor !== other) {
      sentences[2] = `So {demand #c${++id} by=@${actor} to=@${other} topic=${topic}: ${pick(DEMANDS)}}, they wrote.`;
    }
    const paragraph = `${sentences.join(' ')}\n`;
    paragraphs.push(paragraph);
    size += paragraph.length + 1;
  }
  return paragraphs.join('\n');
}

/** The file of a document, a hundred in a folder. */
export function articlePath(number: number): string {
  return `${String(Math.floor(number / 100)).padStart(4, '0')}/river-${number}.demarche`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , folder = 'corpus', count = '1000', from = '0'] = process.argv;
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'demarche.yaml'), ARTICLES_CODEBOOK);
  for (let number = Number(from); number < Number(from) + Number(count); number++) {
    const file = path.join(folder, articlePath(number));
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, article(number));
  }
}
