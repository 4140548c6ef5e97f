/** The options that say which statements are meant. */
import { type Command, Option } from 'commander';
import { EVERY_STATEMENT, type StatementFilter } from '../analysis/statementFilter.ts';
import { CORE_ATTRIBUTES, STATEMENT_KINDS, type StatementKind } from '../codebook/attributes.ts';
import { nearestName } from '../codebook/index.ts';
import type { Corpus, LoadedDocument } from './corpus.ts';
import { CommandError } from './failure.ts';

export interface FilterOptions {
  readonly by?: readonly string[];
  readonly to?: readonly string[];
  readonly topic?: readonly string[];
  readonly kind?: StatementKind;
  readonly position?: string;
}

const POSITIONS =
  CORE_ATTRIBUTES.find(({ name }) => name === 'position')?.choices.map(({ value }) => value) ?? [];

export function addFilterOptions(command: Command): Command {
  const list = (names: string, before: readonly string[] = []) => [
    ...before,
    ...names
      .split(',')
      .map((name) => name.trim().replace(/^[@#]/, '').normalize('NFC'))
      .filter((name) => name !== ''),
  ];
  return command
    .option('--by <actors>', 'only statements of these actors: ids, with commas between them', list)
    .option('--to <actors>', 'only statements that address one of these', list)
    .option('--topic <topics>', 'only statements on one of these, or on what belongs to them', list)
    .addOption(new Option('--kind <kind>', 'only these').choices(STATEMENT_KINDS))
    .addOption(new Option('--position <position>', 'only those for or against').choices(POSITIONS));
}

/**
 * The filter that options make; null if they leave nothing out.
 *
 * @throws CommandError for a name that no document and no codebook knows
 */
export function filterFrom(
  { by = [], to = [], topic = [], kind, position }: FilterOptions,
  corpus: Corpus,
  documents: readonly LoadedDocument[],
): StatementFilter | null {
  const filter: StatementFilter = {
    by,
    to,
    topics: topic,
    kinds: kind ? [kind] : [],
    positions: position ? [position] : [],
  };
  if (Object.values(filter).every((list) => list.length === 0)) return null;
  const known = knownNames(corpus, documents);
  for (const id of [...by, ...to]) mustBeKnown('actor', id, known.actors);
  for (const id of topic) mustBeKnown('topic', id, known.topics);
  return { ...EVERY_STATEMENT, ...filter };
}

function knownNames({ workspace }: Corpus, documents: readonly LoadedDocument[]) {
  const actors = new Set(['author']);
  const topics = new Set<string>();
  for (const { codebook } of workspace.codebooks.values()) {
    for (const id of codebook.actors.keys()) actors.add(id);
    for (const id of codebook.topics.keys()) topics.add(id);
  }
  for (const { document } of documents) {
    for (const id of document.head.actors.keys()) actors.add(id);
    for (const id of document.head.topics.keys()) topics.add(id);
    for (const key of document.usedKeys()) {
      if (key.startsWith('actor:')) actors.add(key.slice('actor:'.length));
      else if (key.startsWith('topic:')) topics.add(key.slice('topic:'.length));
    }
  }
  return { actors, topics };
}

function mustBeKnown(what: string, id: string, known: ReadonlySet<string>): void {
  if (known.has(id)) return;
  const near = nearestName(id, known);
  throw new CommandError(
    `no document and no codebook has the ${what} ${id}.${near ? ` Did you mean ${near}?` : ''}`,
  );
}
