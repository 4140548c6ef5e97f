/** What was chosen lately in this workspace, and the last statement of each kind. */
import type { Statement, StatementKind } from './statement.ts';

/** A place that keeps values between sessions: the workspace's own in VS Code. */
export interface Memory {
  get(key: string): unknown;
  update(key: string, value: unknown): Thenable<void>;
}

const KEY = 'demarche.tagging.recent';
/** So many are listed first. */
const MOST = 7;

interface Stored {
  readonly actors: readonly string[];
  readonly topics: readonly string[];
  readonly last: Readonly<Partial<Record<StatementKind, Statement>>>;
  readonly lastKind: StatementKind | null;
}

const NOTHING: Stored = { actors: [], topics: [], last: {}, lastKind: null };

export class Recent {
  readonly #memory: Memory;

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  get actors(): readonly string[] {
    return this.#stored.actors;
  }

  get topics(): readonly string[] {
    return this.#stored.topics;
  }

  /**
   * The statement to repeat: the last one. A demand after a claim has no addressee to repeat, so the last demand's
   * is not put to another's words.
   */
  lastFor(kind: StatementKind): Statement | null {
    const { last, lastKind } = this.#stored;
    const statement = lastKind && last[lastKind];
    if (!statement) return null;
    return kind === 'claim' ? { ...statement, to: [] } : statement;
  }

  async rememberStatement(kind: StatementKind, statement: Statement): Promise<void> {
    const stored = this.#stored;
    const actors = [...statement.by, ...statement.to].filter((id) => id !== 'author');
    await this.#memory.update(KEY, {
      actors: latestFirst(actors, stored.actors),
      topics: latestFirst(statement.topics, stored.topics),
      last: { ...stored.last, [kind]: statement },
      lastKind: kind,
    } satisfies Stored);
  }

  async rememberActors(ids: readonly string[]): Promise<void> {
    const stored = this.#stored;
    await this.#memory.update(KEY, { ...stored, actors: latestFirst(ids, stored.actors) } satisfies Stored);
  }

  /** What is stored may be of another version: it is taken as far as it fits. */
  get #stored(): Stored {
    const value = this.#memory.get(KEY);
    return typeof value === 'object' && value !== null ? { ...NOTHING, ...value } : NOTHING;
  }
}

function latestFirst(now: readonly string[], before: readonly string[]): string[] {
  return [...new Set([...now, ...before])].slice(0, MOST);
}
