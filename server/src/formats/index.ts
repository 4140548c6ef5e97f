/**
 * The one table of export formats, from which `export --to`, its help and FORMATS.md are made. Each is a file beside
 * this one, or a folder.
 */
import { writeAif } from './aif.ts';
import { writeArgdown } from './argdown.ts';
import { writeBrat } from './brat/write.ts';
import { writeCsv } from './csv.ts';
import { writeDna } from './dna.ts';
import { FACETS, type FacetName } from './facets.ts';
import type { Format, Writer } from './format.ts';
import { writeHtml } from './html/page.ts';
import { writeJson, writeNdjson } from './ndjson.ts';
import { writePandoc } from './pandoc.ts';
import { writeQdpx } from './qdpx/write.ts';
import { writeTei } from './tei.ts';
import { writeWebAnnotation } from './webAnnotation.ts';

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

/** Parts of others, lacking only where a format says so. */
const OF_STATED: readonly FacetName[] = ['coarseDates', 'wordless'];

/** All parts of a document but some. */
function allBut(...held: readonly FacetName[]): FacetName[] {
  const names = Object.keys(FACETS) as FacetName[];
  return names.filter(
    (name) => !held.includes(name) && !OF_CHARACTERS.includes(name) && !OF_STATED.includes(name),
  );
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
    summary: 'who said what on which concept: events for DNA and rDNA',
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
      'coarseDates',
      'halves',
    ],
  },
  brat: {
    title: 'brat standoff',
    summary: 'a text and its .ann for each document, and annotation.conf',
    ending: '.ann',
    writer: { makes: 'files', write: writeBrat },
    lacks: [
      'documentId',
      'title',
      'author',
      'date',
      'source',
      'section',
      'documentType',
      'language',
      'coder',
      'documentMemos',
      ...OF_ENTRIES,
      'wordless',
      'halves',
    ],
    checkedWith: 'rules of brat’s own parser, written anew in the test',
  },
  webannotation: {
    title: 'Web Annotation',
    summary: 'W3C annotations with quote and position selectors, as JSON-LD',
    ending: '.jsonld',
    writer: { makes: 'each', write: writeWebAnnotation },
    lacks: ['text', 'wordless'],
    checkedWith: 'jsonld 9.0.0',
  },
  qdpx: {
    title: 'REFI-QDA project',
    summary: 'a project for NVivo, ATLAS.ti, MAXQDA or QualCoder',
    ending: '.qdpx',
    writer: { makes: 'archive', write: writeQdpx },
    lacks: ['wordless', 'controls', 'halves'],
    doubts: ['supplementary'],
    checkedWith: 'libxml2 (xmllint-wasm 5.3.0)',
  },
  aif: {
    title: 'Argument Interchange Format',
    summary: 'who argues what from what, as xAIF JSON for OVA and AIFdb',
    ending: '.json',
    writer: { makes: 'each', write: writeAif },
    lacks: allBut(
      'text',
      'coder',
      'source',
      'actorNames',
      'kinds',
      'claimants',
      'reporters',
      'dates',
      'supports',
      'rebuts',
      'rephrases',
      'answers',
    ),
    checkedWith: 'the grammar of its nodes, in the test',
  },
  argdown: {
    title: 'Argdown',
    summary: 'statements and what supports or rebuts them, for maps',
    ending: '.argdown',
    writer: { makes: 'each', write: writeArgdown },
    lacks: [
      ...allBut(
        'title',
        'author',
        'date',
        'source',
        'statementIds',
        'kinds',
        'claimants',
        'addressees',
        'topics',
        'positions',
        'dates',
        'actorNames',
        'supports',
        'rebuts',
      ),
      'halves',
    ],
    checkedWith: '@argdown/core 1.7.5',
  },
  tei: {
    title: 'TEI P5',
    summary: 'the text with its marks as XML, actors and relations beside it',
    ending: '.xml',
    writer: { makes: 'each', write: writeTei },
    lacks: ['references', 'wordless', 'controls', 'halves'],
    checkedWith: 'libxml2 (xmllint-wasm 5.3.0)',
  },
  pandoc: {
    title: 'Pandoc Markdown',
    summary: 'the text with bracketed spans, for Pandoc',
    ending: '.md',
    writer: { makes: 'each', write: writePandoc },
    lacks: [
      'documentId',
      'section',
      'documentType',
      'coder',
      'documentMemos',
      ...OF_ENTRIES,
      'mentionMemos',
      'wordless',
      'halves',
    ],
  },
  html: {
    title: 'HTML',
    summary: 'the marked-up text as a page to read, without script',
    ending: '.html',
    writer: { makes: 'each', write: writeHtml },
    lacks: [
      'documentId',
      'documentType',
      'language',
      'roles',
      'countries',
      'wikidata',
      'topicNotes',
      'topicParents',
      'wordless',
      'controls',
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
