/**
 * What became of a demand. It has no status of its own: each addressee's latest response (by date, then by place in
 * the text) decides it; its sender's `withdraw` ends it for all.
 */
import { idsMeant } from './activity.ts';
import type { Statement } from './document.ts';
import type { Names } from './names.ts';
import { relationsTo } from './relations.ts';
import { type Meaning, resolveStatement } from './resolve.ts';
import type { Workspace } from './workspace.ts';

/** The state of a demand for one addressee. */
export interface DemandState {
  readonly addressee: string;
  /** The response that decides it, or null while there is none. */
  readonly response: string | null;
  /** The statement that gave it. */
  readonly reply: Statement | null;
}

/** A response to a demand. */
export interface Reply {
  readonly source: Statement;
  readonly meaning: Meaning;
  /** What names mean where it stands. */
  readonly names: Names;
}

/** All responses to a demand, each statement once, in the order in which they count: by date, then by place in the text. */
export function repliesTo(workspace: Workspace, demand: Statement): Reply[] {
  const sources = new Map(
    [...relationsTo(workspace, demand)]
      .filter((relation) => relation.type === 'answers')
      .map(({ source }) => [source.tag, source]),
  );
  return (
    [...sources.values()]
      .map((source) => ({
        source,
        meaning: resolveStatement(source),
        names: workspace.namesFor(source.document),
      }))
      .filter(({ meaning }) => meaning.response !== null)
      // A stable sort keeps the order of the text where dates are equal or missing.
      .sort((a, b) => compareDates(a.meaning.date, b.meaning.date))
  );
}

/** What came back to a demand from one addressee. */
export interface DemandHistory extends DemandState {
  /** Its replies, and the sender's withdrawals, in the order in which they count. */
  readonly replies: readonly Statement[];
}

/** The state of a demand per addressee, in the order of its `to`. */
export function demandStates(workspace: Workspace, demand: Statement): DemandState[] {
  return demandHistories(workspace, demand).map(({ addressee, response, reply }) => ({
    addressee,
    response,
    reply,
  }));
}

/** The same with all that led to it. */
export function demandHistories(workspace: Workspace, demand: Statement): DemandHistory[] {
  const { by, to } = resolveStatement(demand);
  const names = workspace.namesFor(demand.document);
  const replies = repliesTo(workspace, demand);
  const senders = expand(names, by);
  const withdrawals = new Set(
    replies.filter(
      ({ meaning }) =>
        meaning.response === 'withdraw' && meaning.by.some((id) => speaksFor(names, senders, id)),
    ),
  );
  const withdrawal = [...withdrawals].at(-1);
  return expand(names, to).map((addressee) => {
    const own = replies.filter(
      ({ meaning, names: theirs }) =>
        meaning.response !== 'withdraw' &&
        expand(theirs, meaning.by).some((id) => speaksFor(names, [addressee], id)),
    );
    const reply = withdrawal ?? own.at(-1) ?? null;
    const counting = new Set([...own, ...withdrawals]);
    return {
      addressee,
      response: reply?.meaning.response ?? null,
      reply: reply?.source ?? null,
      replies: replies.filter((each) => counting.has(each)).map(({ source }) => source),
    };
  });
}

/** Whether an actor is one of these, or affiliated with one: above or below it, or sharing an affiliation. */
export function speaksFor(names: Names, actors: readonly string[], id: string): boolean {
  const above = affiliations(names, id);
  return actors.some((actor) => {
    if (actor === id || above.has(actor)) return true;
    const others = affiliations(names, actor);
    return others.has(id) || [...above].some((group) => others.has(group));
  });
}

/** All that an actor belongs to, however far up. */
function affiliations(names: Names, id: string): Set<string> {
  const found = new Set<string>();
  const waiting = [id];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const { value } of names.actor(next)?.of ?? []) {
      if (found.has(value)) continue;
      found.add(value);
      waiting.push(value);
    }
  }
  return found;
}

function expand(names: Names, ids: readonly string[]): string[] {
  return ids.flatMap((id) => idsMeant(names, id));
}

function compareDates(a: string | null, b: string | null): number {
  if (a === b || a === null || b === null) return 0;
  return a < b ? -1 : 1;
}
