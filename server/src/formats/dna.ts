/**
 * Events as the Discourse Network Analyzer exports them: a row for each claimant and topic of a statement. Actors
 * and topics stand with their names. Positions count UTF-16 units of the text with LF line ends, as Java does.
 */
import { parseDate } from '../codebook/dates.ts';
import { type Cell, row } from './cells.ts';
import { codePointPlaces } from './codePoints.ts';
import type { ExportDocument } from './format.ts';
import type { JsonActor, JsonStatement } from './json.ts';

export const DNA_COLUMNS = [
  'statement_id',
  'time',
  'person',
  'organization',
  'concept',
  'agreement',
  'start_position',
  'stop_position',
  'text',
  'coder',
  'document_id',
  'document_title',
  'document_author',
  'document_source',
  'document_section',
  'document_type',
] as const;

export function* writeDna(documents: Iterable<ExportDocument>): Generator<string> {
  yield row(DNA_COLUMNS, ';', true);
  let number = 0;
  for (const { meaning } of documents) {
    const { document, statements } = meaning;
    const actors = new Map(meaning.actors.map((actor) => [actor.id, actor]));
    const topics = new Map(meaning.topics.map(({ id, name }) => [id, name]));
    const places = codePointPlaces(document.text);
    const about: Cell[] = [
      document.coder,
      document.id,
      document.title,
      document.author.map((id) => actors.get(id)?.name ?? id).join('; '),
      document.source,
      document.section,
      document.type,
    ];
    for (const statement of statements) {
      const [start, stop] = [statement.spans[0]?.start ?? 0, statement.spans.at(-1)?.end ?? 0].map(
        places,
      ) as [number, number];
      for (const [actor, topic] of pairsOf(statement)) {
        const { person, organization } = namesOf(actor, actors);
        const concept = topics.get(topic) ?? topic;
        const first: Cell[] = [++number, timeOf(statement.date), person, organization, concept];
        const words = document.text.slice(start, stop);
        yield row([...first, agreementOf(statement), start, stop, words, ...about], ';', true);
      }
    }
  }
}

/** Each claimant with each topic; a statement without one of them has a row all the same. */
function pairsOf({ by, topics }: JsonStatement): [actor: string, topic: string][] {
  const actors = by.length > 0 ? by : [''];
  return actors.flatMap((actor) =>
    (topics.length > 0 ? topics : ['']).map((topic): [string, string] => [actor, topic]),
  );
}

/** A person stands with the first organization that it belongs to; whatever else acts is an organization. */
function namesOf(
  id: string,
  actors: ReadonlyMap<string, JsonActor>,
): { person: string; organization: string } {
  const actor = actors.get(id);
  const name = actor?.name ?? id;
  if (actor?.kind !== 'person') return { person: '', organization: name };
  const [of] = actor.of;
  return { person: name, organization: of === undefined ? '' : (actors.get(of)?.name ?? of) };
}

/** 1 for a topic, 0 against it; empty where the statement takes no position, which is neither. */
function agreementOf({ position }: JsonStatement): Cell {
  return position === 'support' ? 1 : position === 'oppose' ? 0 : null;
}

/** A date as `yyyy-MM-dd HH:mm:ss`: the first moment of what it names. */
function timeOf(date: string | null): string {
  const earliest = date === null ? undefined : parseDate(date)?.earliest;
  return earliest === undefined ? '' : `${earliest.replace('T', ' ')}:00`;
}
