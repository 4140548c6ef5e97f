/** The ledger: each demand and addressee, what came back, and what that leaves it at. */

import { demandHistories } from '../model/demands.ts';
import type { Statement } from '../model/document.ts';
import { resolveStatement } from '../model/resolve.ts';
import { wordsOf } from '../model/words.ts';
import { actorsOf, type Named, type Scope, type Subject } from './scope.ts';
import { fit } from './wrapText.ts';

/** One demand and one addressee; a demand without any is one row. */
export interface Row {
  readonly key: string;
  /** The demand's id, or its first words. */
  readonly demand: string;
  readonly words: string;
  readonly document: string;
  readonly claimants: readonly Named[];
  readonly addressee: Named | null;
  readonly topics: readonly Named[];
  readonly strength: string | null;
  readonly date: string | null;
  readonly until: string | null;
  /** The response that decides, or null while there is none. */
  readonly state: string | null;
  /** Those of this addressee, and the sender's own withdrawals, in the order in which they count. */
  readonly replies: readonly Reply[];
  readonly statement: Statement;
}

export interface Reply {
  readonly by: readonly Named[];
  readonly response: string;
  readonly words: string;
  readonly date: string | null;
  readonly statement: Statement;
}

/** The rows of a scope, in the order of its statements. */
export function* ledgerOf(scope: Scope): Generator<void, Row[]> {
  const rows: Row[] = [];
  for (const subject of scope.subjects) {
    if (subject.kind !== 'demand') continue;
    rows.push(...rowsOf(scope, subject));
    yield;
  }
  return rows;
}

/** The rows of one demand. */
export function rowsOf(scope: Scope, subject: Subject): Row[] {
  const { meaning, document } = subject;
  const row = {
    demand: subject.id === null ? fit(subject.words, 420, { size: 14 }) || '(no words)' : `#${subject.id}`,
    words: subject.words,
    document: document.title,
    claimants: subject.by.map(named),
    topics: subject.topics,
    strength: meaning.strength,
    date: meaning.date,
    until: meaning.until,
    statement: subject.statement,
  };
  const histories = demandHistories(scope.workspace, subject.statement);
  if (histories.length === 0)
    return [{ ...row, key: subject.key, addressee: null, state: null, replies: [] }];
  const addressees = new Map(
    meaning.to.flatMap((id) => {
      // As the model expands them: `author` may be several, or one that no codebook knows.
      const known = document.names.expand(id);
      const shown = actorsOf(document.names, id);
      return shown.map((actor, index) => [known[index]?.id ?? id, actor] as const);
    }),
  );
  const unique = new Map(histories.map((history) => [history.addressee, history]));
  return [...unique.values()].map(({ addressee, response, replies }) => ({
    ...row,
    key: `${subject.key} ${addressee}`,
    addressee: named(addressees.get(addressee) ?? { id: addressee, name: addressee }),
    state: response,
    replies: replies.map((statement) => replyOf(scope, statement)),
  }));
}

function replyOf({ workspace }: Scope, statement: Statement): Reply {
  const meaning = resolveStatement(statement);
  const names = workspace.namesFor(statement.document);
  return {
    by: meaning.by.flatMap((id) => actorsOf(names, id)).map(named),
    response: meaning.response ?? '',
    words: wordsOf(statement),
    date: meaning.date,
    statement,
  };
}

function named({ id, name }: Named): Named {
  return { id, name };
}
