/**
 * Reads events of the Discourse Network Analyzer for one document. Rows with the same place, time and coder are one
 * statement of several claimants or on several concepts. A person’s organization becomes its affiliation.
 */
import { idFrom, idFromName, NO_MEANING } from './attributeText.ts';
import { type ReadRow, readRows, TableError } from './cells.ts';
import { DNA_COLUMNS } from './dna.ts';
import {
  EMPTY_IMPORT_HEAD,
  ImportError,
  type Imported,
  type ImportedStatement,
  namedActor,
  Tally,
} from './import/imported.ts';
import type { KnownNames } from './import/known.ts';
import type { JsonActor, JsonTopic } from './json.ts';

type Column = (typeof DNA_COLUMNS)[number];
type Event = Readonly<Record<Column, string>> & { readonly line: number };

/** The rows of a table of events, by the document that they are of, in their order. @throws ImportError */
export function dnaDocuments(csv: string): Map<string, Event[]> {
  const rows = rowsOf(csv);
  const [first, ...others] = rows;
  const header = first?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  const missing = (['start_position', 'stop_position', 'concept'] as const).filter(
    (name) => !header.includes(name),
  );
  if (missing.length > 0) throw new ImportError(`line 1: the columns ${missing.join(', ')} are missing`);
  const documents = new Map<string, Event[]>();
  for (const { line, cells } of others) {
    const event = Object.fromEntries(
      DNA_COLUMNS.map((name) => [name, cells[header.indexOf(name)] ?? '']),
    ) as Record<Column, string>;
    const known = documents.get(event.document_id) ?? [];
    documents.set(event.document_id, known);
    known.push({ ...event, line });
  }
  return documents;
}

function rowsOf(csv: string): ReadRow[] {
  try {
    return readRows(csv, csv.slice(0, csv.search(/[\r\n]|$/)).includes(';') ? ';' : ',');
  } catch (error) {
    throw error instanceof TableError ? new ImportError(error.message) : error;
  }
}

/**
 * The statements of one document.
 *
 * @param text the text, with LF line ends and without byte order mark
 * @param names the ids that the codebook’s names stand for
 * @throws ImportError naming the line of a place that isn’t in the text
 */
export function readDna(events: readonly Event[], text: string, names: KnownNames): Imported {
  const reader = new DnaReader(text, names);
  for (const event of events) reader.add(event);
  return reader.imported(events[0]);
}

class DnaReader {
  readonly #text: string;
  readonly #names: KnownNames;
  readonly #actors = new Map<string, JsonActor>();
  readonly #topics = new Map<string, JsonTopic>();
  readonly #statements = new Map<string, ImportedStatement>();
  readonly #tally = new Tally();

  constructor(text: string, names: KnownNames) {
    this.#text = text;
    this.#names = names;
  }

  add(event: Event): void {
    const [start, end] = [Number(event.start_position), Number(event.stop_position)];
    if (
      !Number.isInteger(start) ||
      !Number.isInteger(end) ||
      start < 0 ||
      start > end ||
      end > this.#text.length
    )
      throw new ImportError(
        `line ${event.line}: positions ${event.start_position} to ${event.stop_position} are not in the text`,
      );
    if (event.text !== '' && this.#text.slice(start, end) !== event.text.replace(/\r\n?/g, '\n'))
      this.#tally.add('row whose text is not at its place: is it another version of the text?');
    const claimants = this.#claimants(event);
    const topics = event.concept === '' ? [] : [this.#topic(event.concept)];
    const position = { '1': 'support', '0': 'oppose' }[event.agreement] ?? null;
    const key = [start, end, event.time, event.agreement, event.coder].join('|');
    const known = this.#statements.get(key);
    const before = known?.meaning ?? { ...NO_MEANING, position, date: dateOf(event.time) };
    const meaning = {
      ...before,
      by: [...new Set([...before.by, ...claimants])],
      topics: [...new Set([...before.topics, ...topics])],
    };
    this.#statements.set(key, { id: null, kind: 'claim', meaning, spans: [{ start, end }], memos: [] });
  }

  imported(event: Event | undefined): Imported {
    const author = event?.document_author.split('; ').filter((name) => name !== '') ?? [];
    const text = (value: string | undefined) => value || null;
    return {
      head: {
        ...EMPTY_IMPORT_HEAD,
        id: event?.document_id ? idFrom(event.document_id) : null,
        title: text(event?.document_title),
        author: author.map(
          (name) => this.#names.actor(name) ?? (this.#isClaimant(name) ? idFromName(name) : name),
        ),
        source: text(event?.document_source),
        section: text(event?.document_section),
        type: text(event?.document_type),
        coder: text(event?.coder),
      },
      actors: [...this.#actors.values()],
      topics: [...this.#topics.values()],
      statements: [...this.#statements.values()],
      mentions: [],
      memos: [],
      losses: this.#tally.phrases(),
    };
  }

  #isClaimant(name: string): boolean {
    return this.#actors.has(idFromName(name));
  }

  #claimants({ person, organization }: Event): string[] {
    if (person === '') return organization === '' ? [] : [this.#actor(organization, 'organization', [])];
    const of = organization === '' ? [] : [this.#actor(organization, 'organization', [])];
    return [this.#actor(person, 'person', of)];
  }

  #actor(name: string, kind: string, of: readonly string[]): string {
    const known = this.#names.actor(name);
    if (known !== null) return known;
    const id = idFromName(name);
    const before = this.#actors.get(id);
    if (before === undefined) this.#actors.set(id, { ...namedActor(id, name), kind, of });
    else if (of.some((group) => !before.of.includes(group)))
      this.#actors.set(id, { ...before, of: [...new Set([...before.of, ...of])] });
    return id;
  }

  #topic(name: string): string {
    const known = this.#names.topic(name);
    if (known !== null) return known;
    const id = idFromName(name);
    if (!this.#topics.has(id)) this.#topics.set(id, { id, name, in: null, note: null });
    return id;
  }
}

/** Midnight is taken for no time at all; the first of a month stays a day, since nobody knows better. */
function dateOf(time: string): string | null {
  const match = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d)(?::\d\d)?)?/.exec(time);
  if (!match) return null;
  return match[2] === undefined || match[2] === '00:00' ? (match[1] ?? null) : `${match[1]}T${match[2]}`;
}
