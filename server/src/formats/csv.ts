/** A table for spreadsheets, R and pandas: a row a statement. Several values of a cell stand with `;` between them. */
import type { Relation } from '../codebook/attributes.ts';
import { type Cell, row } from './cells.ts';
import type { ExportContext, ExportDocument } from './format.ts';
import type { JsonStatement } from './json.ts';

type Column = readonly [name: string, cell: (statement: JsonStatement, document: ExportDocument) => Cell];

const many = (values: readonly string[]) => values.join(';');
const targets =
  (type: Relation) =>
  ({ relations }: JsonStatement) =>
    many(relations.filter((each) => each.type === type).map(({ target }) => target));

const FIRST: readonly Column[] = [
  ['document', (_, { meaning }) => meaning.document.id],
  ['id', ({ id }) => id],
  ['kind', ({ kind }) => kind],
  ['by', ({ by }) => many(by)],
  ['to', ({ to }) => many(to)],
  ['about', ({ about }) => many(about)],
  ['via', ({ via }) => many(via)],
  ['topics', ({ topics }) => many(topics)],
  ['position', ({ position }) => position],
  ['form', ({ form }) => form],
  ['date', ({ date }) => date],
  ['place', ({ place }) => place],
  ['type', ({ type }) => type],
  ['strength', ({ strength }) => strength],
  ['if', (statement) => statement.if],
  ['until', ({ until }) => until],
  ['response', ({ response }) => response],
  ['supports', targets('supports')],
  ['rebuts', targets('rebuts')],
  ['rephrases', targets('rephrases')],
  ['answers', targets('answers')],
];

const LAST: readonly Column[] = [
  ['text', ({ spans }) => spans.map(({ text }) => text).join(' … ')],
  ['start', ({ spans }) => spans[0]?.start ?? null],
  ['end', ({ spans }) => spans.at(-1)?.end ?? null],
  ['spans', ({ spans }) => spans.map(({ start, end }) => `${start}–${end}`).join(';')],
  ['heading', ({ heading }) => heading],
  ['memos', ({ memos }) => memos.join(' | ')],
  ['path', (_, { path }) => path],
  ['line', ({ line }) => line],
  ['column', ({ column }) => column],
  ['document_title', (_, { meaning }) => meaning.document.title],
  ['document_author', (_, { meaning }) => many(meaning.document.author)],
  ['document_date', (_, { meaning }) => meaning.document.date],
  ['document_source', (_, { meaning }) => meaning.document.source],
  ['document_section', (_, { meaning }) => meaning.document.section],
  ['document_type', (_, { meaning }) => meaning.document.type],
  ['document_lang', (_, { meaning }) => meaning.document.lang],
  ['coder', (_, { meaning }) => meaning.document.coder],
];

/** The codebook's own attributes have a column each; those that no codebook declares stand together in `other`. */
export function* writeCsv(
  documents: Iterable<ExportDocument>,
  { attributes }: Pick<ExportContext, 'attributes'>,
): Generator<string> {
  const own = [...attributes.values()].filter(({ custom }) => custom).map(({ name }) => name);
  const known = new Set(own);
  const columns: Column[] = [
    ...FIRST,
    ...own.map((name): Column => [name, (statement) => statement.attributes[name] ?? null]),
    ['other', ({ attributes }) => many(undeclared(attributes, known))],
    ...LAST,
  ];
  yield row(
    columns.map(([name]) => name),
    ',',
  );
  for (const document of documents) {
    for (const statement of document.meaning.statements) {
      yield row(
        columns.map(([, cell]) => cell(statement, document)),
        ',',
      );
    }
  }
}

function undeclared(attributes: JsonStatement['attributes'], known: ReadonlySet<string>): string[] {
  return Object.entries(attributes).flatMap(([name, value]) => (known.has(name) ? [] : [`${name}=${value}`]));
}
