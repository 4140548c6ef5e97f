/**
 * The one table of export formats, from which `export --to`, its help and FORMATS.md are made. Each is a file beside
 * this one, or a folder.
 */
import { writeCsv } from './csv.ts';
import { writeDna } from './dna.ts';
import { FACETS, type FacetName } from './facets.ts';
import type { Format, Writer } from './format.ts';
import { writeJson, writeNdjson } from './ndjson.ts';

interface Row {
  readonly title: string;
  readonly summary: string;
  readonly ending: string;
  readonly writer: Writer;
  readonly lacks?: readonly FacetName[];
  readonly doubts?: readonly FacetName[];
  readonly checkedWith?: string;
}

/** What is about characters, and lacks nothing unless a format says so. */
const OF_CHARACTERS: readonly FacetName[] = ['controls', 'halves', 'supplementary'];

/** All parts of a document but some. */
function allBut(...held: readonly FacetName[]): FacetName[] {
  const names = Object.keys(FACETS) as FacetName[];
  return names.filter((name) => !held.includes(name) && !OF_CHARACTERS.includes(name));
}

const OF_ENTRIES = [
  'actorNames',
  'actorKinds',
  'affiliations',
  'otherNames',
  'roles',
  'countries',
  'wikidata',
  'topicNames',
  'topicParents',
  'topicNotes',
] as const satisfies readonly FacetName[];

const ROWS: Readonly<Record<string, Row>> = {
  json: {
    title: 'JSON',
    summary: 'everything: an object for one file, else an array',
    ending: '.json',
    writer: { makes: 'text', write: writeJson },
  },
  ndjson: {
    title: 'JSON lines',
    summary: 'everything: an object a line, for DuckDB, pandas, R or jq',
    ending: '.ndjson',
    writer: { makes: 'text', write: writeNdjson },
  },
  csv: {
    title: 'CSV',
    summary: 'a table with a row a statement, for spreadsheets, R and pandas',
    ending: '.csv',
    writer: { makes: 'text', write: writeCsv },
    lacks: [...OF_ENTRIES, 'text', 'documentMemos', 'mentions', 'mentionMemos', 'halves'],
  },
  dna: {
    title: 'Discourse Network Analyzer events',
    summary: 'who said what on which concept, as the Discourse Network Analyzer exports it',
    ending: '.csv',
    writer: { makes: 'text', write: writeDna },
    lacks: [
      ...allBut(
        'documentId',
        'title',
        'author',
        'source',
        'section',
        'documentType',
        'coder',
        'actorNames',
        'topicNames',
        'claimants',
        'topics',
        'positions',
        'dates',
        'positionsInText',
      ),
      'halves',
    ],
  },
};

/** The formats by name, in the order of the help. */
export const FORMATS: ReadonlyMap<string, Format> = new Map(
  Object.entries(ROWS).map(([name, { lacks = [], doubts = [], checkedWith = null, ...rest }]) => [
    name,
    { name, ...rest, lacks, doubts, checkedWith },
  ]),
);
