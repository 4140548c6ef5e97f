/**
 * From documents to ties: one claimant and one topic of a statement, or one claimant and one addressee of a demand.
 * In the Discourse Network Analyzer, such a pair is a statement of its own.
 */
import { actorIds, EVERY_STATEMENT, statementsFor, topicsWithin } from '../analysis/statementFilter.ts';
import { type DemarcheDate, parseDate } from '../codebook/dates.ts';
import { demandStates } from '../model/demands.ts';
import type { DocumentModel, Statement } from '../model/document.ts';
import type { Names } from '../model/names.ts';
import type { Meaning } from '../model/resolve.ts';
import type { Workspace } from '../model/workspace.ts';
import { standingFor } from './actors.ts';
import type { LeftOut } from './leftOut.ts';
import type { NetworkNode } from './network.ts';
import { type NetworkQuestion, needsDate, needsPosition } from './question.ts';

export interface Tie {
  readonly statement: Statement;
  /** Id of the claimant. */
  readonly source: string;
  /** Id of the topic, or of the addressee. */
  readonly target: string;
  /** `support` or `oppose`; empty without. */
  readonly position: string;
  /** The first minute of the date, `YYYY-MM-DDTHH:MM`; empty without. */
  readonly moment: string;
  readonly date: DemarcheDate | null;
  /** What became of a demand: the response that decides, or `open`. */
  readonly state: string;
  /** The topics of a demand, as one text. */
  readonly topics: string;
}

/** Ties and the nodes that they name, by id. */
export interface Ties {
  readonly ties: readonly Tie[];
  readonly sources: ReadonlyMap<string, NetworkNode>;
  readonly targets: ReadonlyMap<string, NetworkNode>;
}

/**
 * The ties of documents that a question lets through, save for their time: those without a date are left out if it
 * matters. Linear in the statements.
 *
 * @param documents in an order that does not hang on the disk's
 */
export function tiesOf(
  workspace: Workspace,
  documents: Iterable<DocumentModel>,
  question: NetworkQuestion,
  leftOut: LeftOut,
): Ties {
  const gathering = new Gathering(workspace, question, leftOut);
  for (const document of documents) gathering.addDocument(document);
  return gathering;
}

class Gathering implements Ties {
  readonly ties: Tie[] = [];
  readonly sources = new Map<string, NetworkNode>();
  readonly targets = new Map<string, NetworkNode>();
  readonly #workspace: Workspace;
  readonly #question: NetworkQuestion;
  readonly #leftOut: LeftOut;

  constructor(workspace: Workspace, question: NetworkQuestion, leftOut: LeftOut) {
    this.#workspace = workspace;
    this.#question = question;
    this.#leftOut = leftOut;
  }

  addDocument(document: DocumentModel): void {
    const { type, filter } = this.#question;
    const names = this.#workspace.namesFor(document);
    const wanted = new Wanted(names, this.#question);
    for (const { statement, meaning } of statementsFor(this.#workspace, document, filter)) {
      if (type === 'demands' && statement.fact.kind !== 'demand') continue;
      this.#addStatement(names, wanted, statement, meaning);
    }
  }

  #addStatement(names: Names, wanted: Wanted, statement: Statement, meaning: Meaning): void {
    const { type } = this.#question;
    const position = meaning.position === 'support' || meaning.position === 'oppose' ? meaning.position : '';
    const date = meaning.date === null ? null : parseDate(meaning.date);
    const targets =
      type === 'demands'
        ? this.#addressees(names, wanted, statement, meaning)
        : topics(names, wanted, meaning);
    if (targets === null) return this.#leftOut.add(type === 'demands' ? 'addressee' : 'topic', statement);
    if (position === '' && needsPosition(this.#question)) return this.#leftOut.add('position', statement);
    if (date === null && needsDate(this.#question)) return this.#leftOut.add('date', statement);
    const claimants = actorIds(names, meaning.by).filter((id) => wanted.claimant(id));
    const shared = {
      statement,
      position,
      moment: date?.earliest ?? '',
      date,
      topics: type === 'demands' ? [...new Set(meaning.topics)].sort().join(' ') : '',
    };
    for (const source of this.#nodes(names, statement, claimants)) {
      for (const { node, state } of targets) {
        remember(this.sources, source);
        remember(this.targets, node);
        this.ties.push({ ...shared, source: source.id, target: node.id, state });
      }
    }
  }

  /** The nodes of actors, each once. Those that are none are noted. */
  #nodes(names: Names, statement: Statement, ids: readonly string[]): NetworkNode[] {
    const nodes = new Map<string, NetworkNode>();
    for (const id of ids) {
      const standing = standingFor(names, statement.document, id, this.#question.actors);
      if (typeof standing === 'string') this.#leftOut.add(standing, statement);
      else nodes.set(standing.id, standing);
    }
    return [...nodes.values()];
  }

  #addressees(names: Names, wanted: Wanted, demand: Statement, meaning: Meaning): Target[] | null {
    if (meaning.to.length === 0) return null;
    const targets = new Map<string, Target>();
    for (const { addressee, response } of demandStates(this.#workspace, demand)) {
      if (!wanted.addressee(addressee)) continue;
      for (const node of this.#nodes(names, demand, [addressee])) {
        if (!targets.has(node.id)) targets.set(node.id, { node, state: response ?? OPEN });
      }
    }
    return [...targets.values()];
  }
}

/** The state of a demand to which nobody has replied. */
export const OPEN = 'open';

interface Target {
  readonly node: NetworkNode;
  readonly state: string;
}

function topics(names: Names, wanted: Wanted, meaning: Meaning): Target[] | null {
  if (meaning.topics.length === 0) return null;
  const ids = [...new Set(meaning.topics)].filter((id) => wanted.topic(id));
  return ids.map((id) => ({ node: { id, name: names.topic(id)?.name ?? id, kind: 'topic' }, state: '' }));
}

/** Which parts of a statement a filter means: of several claimants or topics, those alone that it names. */
class Wanted {
  readonly #claimants: ReadonlySet<string> | null;
  readonly #addressees: ReadonlySet<string> | null;
  readonly #topics: ReadonlySet<string> | null;

  constructor(names: Names, { type, filter }: NetworkQuestion) {
    this.#claimants = filter.by.length > 0 ? new Set(actorIds(names, filter.by)) : null;
    this.#addressees = filter.to.length > 0 ? new Set(actorIds(names, filter.to)) : null;
    this.#topics = filter.topics.length > 0 && type !== 'demands' ? topicsWithin(names, filter.topics) : null;
  }

  claimant(id: string): boolean {
    return this.#claimants?.has(id) ?? true;
  }

  addressee(id: string): boolean {
    return this.#addressees?.has(id) ?? true;
  }

  topic(id: string): boolean {
    return this.#topics?.has(id) ?? true;
  }
}

/** Heads may call one actor by several names: the first is kept. */
function remember(nodes: Map<string, NetworkNode>, node: NetworkNode): void {
  if (!nodes.has(node.id)) nodes.set(node.id, node);
}

/** The same question without any bound: for all nodes that the documents have. */
export function unbounded(question: NetworkQuestion): NetworkQuestion {
  return {
    ...question,
    qualifier: 'ignore',
    type: question.type === 'demands' ? 'demands' : 'affiliation',
    filter: EVERY_STATEMENT,
    from: null,
    until: null,
    window: null,
    unique: null,
  };
}
