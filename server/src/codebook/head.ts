/** A document's head as plain data, with all that is wrong in it. */
import type { Head, Located } from './codebook.ts';
import { isoFormOf } from './dateForms.ts';
import { parseDate } from './dates.ts';
import { EMPTY_HEAD } from './defaults.ts';
import { Fields, type Misplaced } from './fields.ts';
import { HEAD_KEYS } from './keys.ts';
import { lineAt } from './lines.ts';
import { replacement } from './problems.ts';
import { readActors, readLint, readTopics } from './readDefinitions.ts';
import { YamlReader } from './yamlReader.ts';
import { readYaml } from './yamlSource.ts';

/** Longer heads are not read. UTF-16 units. */
export const MAX_HEAD_LENGTH = 64 * 1024;

const EXPECTED =
  'A head has a key on each line, with a colon and a space after it, as in “title: Can the two sides meet halfway?”.';

const OF_A_CODEBOOK: Misplaced = { attributes: 'It belongs in the codebook, demarche.yaml.' };

/**
 * Reads a head.
 *
 * @param yaml the text between its fences
 * @param base where that text begins in the document: all ranges are offsets (UTF-16 units) of the document
 * @returns what could be read, and the problems, by place. Never throws.
 */
export function readHead(yaml: string, base: number): Head {
  if (yaml.length > MAX_HEAD_LENGTH) {
    const { start, end } = lineAt(yaml, 0);
    const message = 'The head is longer than 64 KB and is not read. Is the line “---” missing that ends it?';
    const problem = { start: base + start, end: base + end, message, fix: null };
    return { ...EMPTY_HEAD, problems: [{ rule: 'invalid-yaml', ...problem }] };
  }
  const reader = new YamlReader(readYaml(yaml), base);
  const fields = new Fields(reader, reader.root(EXPECTED), HEAD_KEYS, 'a head', OF_A_CODEBOOK);
  const date = fields.text('date');
  if (date) checkDate(reader, date);
  return {
    id: fields.id('id'),
    title: fields.text('title'),
    authors: fields.idsOrNames('author'),
    date,
    source: fields.text('source'),
    section: fields.text('section'),
    type: fields.text('type'),
    lang: fields.text('lang'),
    coder: fields.text('coder'),
    codebook: fields.text('codebook'),
    sourceHash: fields.text('source-hash'),
    actors: readActors(reader, fields.node('actors')),
    topics: readTopics(reader, fields.node('topics')),
    lint: readLint(reader, fields.node('lint'), 'head'),
    problems: reader.problems(),
  };
}

function checkDate(reader: YamlReader, date: Located): void {
  if (parseDate(date.value)) return;
  const iso = isoFormOf(date.value);
  const fix = iso === null ? null : replacement(`Write ${iso}`, date, iso);
  const message = `“${date.value}” is no date that can be compared. Write it as 2021, 2021-12, 2021-12-17 or 2021-12-17T15:00.`;
  reader.report('invalid-date', date, message, fix);
}
