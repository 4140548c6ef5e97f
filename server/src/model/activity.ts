/** Who says what of whom in a document: its statements by actor and by topic. Worked out once per state. */
import type { DocumentModel, Statement } from './document.ts';
import { factsOf } from './facts.ts';
import type { Names } from './names.ts';
import { type Meaning, resolveStatement } from './resolve.ts';
import type { Workspace } from './workspace.ts';

/** A statement with its meaning. */
export interface Resolved {
  readonly statement: Statement;
  readonly meaning: Meaning;
}

/** What one actor does in a document. */
export interface ActorActivity {
  readonly claims: Resolved[];
  readonly demands: Resolved[];
  /** Demands addressed to it. */
  readonly received: Resolved[];
  mentions: number;
}

export interface Activity {
  readonly actors: ReadonlyMap<string, ActorActivity>;
  readonly topics: ReadonlyMap<string, readonly Resolved[]>;
}

const cache = new WeakMap<DocumentModel, { version: number; codebook: unknown; activity: Activity }>();

/** The activity in a document. Linear in its statements, once per version. */
export function activityIn(workspace: Workspace, document: DocumentModel): Activity {
  const codebook = workspace.codebookOf(document);
  const known = cache.get(document);
  if (known && known.version === document.version && known.codebook === codebook) return known.activity;
  const activity = readActivity(document, workspace.namesFor(document));
  cache.set(document, { version: document.version, codebook, activity });
  return activity;
}

/** How much an actor does in a document. */
export interface ActorCounts {
  readonly claims: number;
  readonly demands: number;
  readonly received: number;
  readonly mentions: number;
}

/**
 * How much each actor does in a document, by id. Nothing is kept, so that the figures of ten thousand documents do not
 * hold all their statements in memory.
 */
export function actorCountsIn(workspace: Workspace, document: DocumentModel): Map<string, ActorCounts> {
  const known = cache.get(document);
  const isFresh = known?.version === document.version && known.codebook === workspace.codebookOf(document);
  const { actors } = isFresh ? known.activity : readActivity(document, workspace.namesFor(document));
  return new Map(
    [...actors].map(([id, { claims, demands, received, mentions }]) => [
      id,
      { claims: claims.length, demands: demands.length, received: received.length, mentions },
    ]),
  );
}

/** The ids that an id stands for in a document: `author` may be several; one that nobody defines stands for itself. */
export function idsMeant(names: Names, id: string): string[] {
  const actors = names.expand(id);
  return actors.length > 0 ? actors.map((actor) => actor.id) : [id];
}

function readActivity(document: DocumentModel, names: Names): Activity {
  const actors = new Map<string, ActorActivity>();
  const topics = new Map<string, Resolved[]>();
  const of = (id: string): ActorActivity => {
    let activity = actors.get(id);
    if (activity === undefined) {
      activity = { claims: [], demands: [], received: [], mentions: 0 };
      actors.set(id, activity);
    }
    return activity;
  };
  const expand = (ids: readonly string[]) => new Set(ids.flatMap((id) => idsMeant(names, id)));

  for (const statement of document.statements()) {
    if (statement.fact.kind === 'unknown') continue;
    const resolved = { statement, meaning: resolveStatement(statement) };
    const isClaim = statement.fact.kind === 'claim';
    for (const id of expand(resolved.meaning.by)) (isClaim ? of(id).claims : of(id).demands).push(resolved);
    if (!isClaim) for (const id of expand(resolved.meaning.to)) of(id).received.push(resolved);
    for (const topic of new Set(resolved.meaning.topics)) {
      const list = topics.get(topic);
      if (list) list.push(resolved);
      else topics.set(topic, [resolved]);
    }
  }
  for (const block of document.source.blocks) {
    for (const use of factsOf(block).uses) {
      if (use.kind === 'actor' && use.attribute === '')
        for (const id of idsMeant(names, use.id)) of(id).mentions++;
    }
  }
  return { actors, topics };
}
