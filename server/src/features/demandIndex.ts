/**
 * What became of all demands: what the view of demands lists. A document's demands are looked at again when it changed,
 * or when the workspace says that they may be answered otherwise.
 */
import { idsMeant } from '../model/activity.ts';
import { type DemandState, demandStates, repliesTo } from '../model/demands.ts';
import type { DocumentModel, Statement } from '../model/document.ts';
import { resolveStatement } from '../model/resolve.ts';
import type { CodebookFile, Workspace } from '../model/workspace.ts';
import { actorKey, actorMeant } from './actorIdentity.ts';
import { type StatementRow, statementRow, withOwnKeys } from './statementRows.ts';
import { actorName } from './wording.ts';

/** What stands for the state of a demand that nobody has answered. */
export const OPEN = 'open';

export type DemandGrouping = 'state' | 'addressee' | 'claimant';

/** Demands that have something in common. */
export interface DemandGroup {
  /** A state (a response, or `open`), or an actor's key; empty for demands that are put to nobody. */
  readonly key: string;
  /** The actor's name; for a state, the state. */
  readonly name: string;
  readonly count: number;
  /** How many of them have an addressee who has not answered. */
  readonly open: number;
}

/** A demand with its states and the responses to it. */
export interface DemandRow extends StatementRow {
  readonly states: readonly { readonly addressee: string; readonly response: string | null }[];
  readonly replies: readonly ReplyRow[];
}

export interface ReplyRow extends StatementRow {
  readonly response: string;
}

/** A demand, as it is kept. Actors are keys. */
interface Known {
  readonly statement: Statement;
  readonly claimants: readonly string[];
  readonly addressees: readonly string[];
  readonly states: readonly DemandState[];
  /** The states of its addressees, each once. */
  readonly outcomes: readonly string[];
}

interface Part {
  readonly version: number;
  readonly codebook: CodebookFile | null;
  readonly demands: readonly Known[];
}

export class DemandIndex {
  readonly #workspace: Workspace;
  readonly #parts = new WeakMap<DocumentModel, Part>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
    workspace.onTouched(({ documents }) => {
      for (const document of documents.keys()) this.#parts.delete(document);
    });
  }

  /** Looks at what changed: a step per document. */
  *update(documents: Iterable<DocumentModel>): Generator<void, void> {
    for (const document of documents) {
      const before = this.#parts.get(document);
      if (this.#partOf(document) !== before) yield;
    }
  }

  /** The groups of the demands of some documents, in order: states by how they end, actors by name. */
  groups(documents: Iterable<DocumentModel>, grouping: DemandGrouping, actor: string | null): DemandGroup[] {
    const groups = new Map<string, { name: string; count: number; open: number }>();
    for (const { document, known } of this.#demands(documents, actor)) {
      const isOpen = isWaiting(known);
      for (const key of groupsOf(known, grouping)) {
        let group = groups.get(key);
        if (group === undefined) {
          group = { name: this.#nameOf(document, known, grouping, key), count: 0, open: 0 };
          groups.set(key, group);
        }
        group.count++;
        if (isOpen) group.open++;
      }
    }
    return [...groups]
      .map(([key, group]) => ({ key, ...group }))
      .sort(
        grouping === 'state'
          ? (a, b) => rank(a.key) - rank(b.key) || compare(a.key, b.key)
          : // Those that are put to nobody come last.
            (a, b) => Number(a.key === '') - Number(b.key === '') || compare(a.name, b.name),
      );
  }

  /** The first demands of a group, in order of place, with the responses to each. */
  rows(
    documents: Iterable<DocumentModel>,
    grouping: DemandGrouping,
    group: string,
    actor: string | null,
    limit: number,
  ): DemandRow[] {
    const rows: DemandRow[] = [];
    for (const { known } of this.#demands(documents, actor)) {
      if (!groupsOf(known, grouping).includes(group)) continue;
      rows.push(this.#rowOf(known));
      if (rows.length >= limit) break;
    }
    return withOwnKeys(rows);
  }

  *#demands(documents: Iterable<DocumentModel>, actor: string | null) {
    for (const document of documents) {
      for (const known of this.#partOf(document).demands) {
        const isAbout = actor === null || known.claimants.includes(actor) || known.addressees.includes(actor);
        if (isAbout) yield { document, known };
      }
    }
  }

  #partOf(document: DocumentModel): Part {
    const codebook = this.#workspace.codebookOf(document);
    const known = this.#parts.get(document);
    if (known?.version === document.version && known.codebook === codebook) return known;
    const demands: Known[] = [];
    for (const statement of document.statements()) {
      if (statement.fact.kind === 'demand') demands.push(this.#know(statement));
    }
    const part = { version: document.version, codebook, demands };
    this.#parts.set(document, part);
    return part;
  }

  #know(statement: Statement): Known {
    const { document } = statement;
    const names = this.#workspace.namesFor(document);
    const { by, to } = resolveStatement(statement);
    const keys = (ids: readonly string[]) => [
      ...new Set(
        ids.flatMap((id) => idsMeant(names, id)).map((id) => actorKey(this.#workspace, document, id)),
      ),
    ];
    const states = demandStates(this.#workspace, statement);
    const outcomes = new Set(states.length > 0 ? states.map(({ response }) => response ?? OPEN) : [OPEN]);
    return { statement, claimants: keys(by), addressees: keys(to), states, outcomes: [...outcomes] };
  }

  #nameOf(document: DocumentModel, known: Known, grouping: DemandGrouping, key: string): string {
    if (grouping === 'state' || key === '') return key;
    const names = this.#workspace.namesFor(document);
    const { by, to } = resolveStatement(known.statement);
    const ids = (grouping === 'claimant' ? by : to).flatMap((id) => idsMeant(names, id));
    const id = ids.find((each) => actorKey(this.#workspace, document, each) === key) ?? '';
    return actorMeant(names, id)?.name ?? actorName(names, id);
  }

  #rowOf({ statement, states }: Known): DemandRow {
    const names = this.#workspace.namesFor(statement.document);
    return {
      ...statementRow(this.#workspace, statement),
      states: states.map(({ addressee, response }) => ({
        addressee: actorMeant(names, addressee)?.name ?? actorName(names, addressee),
        response,
      })),
      replies: withOwnKeys(
        repliesTo(this.#workspace, statement).map(({ source, meaning }) => ({
          ...statementRow(this.#workspace, source),
          response: meaning.response ?? '',
        })),
      ),
    };
  }
}

/** From what still waits to what is over; a codebook's own responses come last. */
const ORDER = [OPEN, 'negotiate', 'counter', 'decline', 'agree', 'accede', 'reject', 'refuse', 'withdraw'];

function rank(state: string): number {
  const index = ORDER.indexOf(state);
  return index < 0 ? ORDER.length : index;
}

/** The groups that a demand is in: of several addressees, one may have agreed and another not. */
function groupsOf({ claimants, addressees, outcomes }: Known, grouping: DemandGrouping): readonly string[] {
  if (grouping === 'claimant') return claimants;
  if (grouping === 'addressee') return addressees.length > 0 ? addressees : NOBODY;
  return outcomes;
}

const NOBODY: readonly string[] = [''];

function isWaiting({ outcomes }: Known): boolean {
  return outcomes.includes(OPEN);
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
