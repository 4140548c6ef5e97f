/** What is asked for when a network is made. */
import type { StatementFilter } from '../analysis/statementFilter.ts';
import type { ActorChoice, NetworkType, Normalization, Qualifier, UniqueWithin } from './network.ts';
import type { TimeWindow } from './timeWindows.ts';

export interface NetworkQuestion {
  readonly type: NetworkType;
  /** One of `normalizationsFor(type)`. */
  readonly normalization: Normalization;
  /** For `affiliation`; `combine` makes categories, which can't be normalized. */
  readonly qualifier: Qualifier;
  readonly actors: ActorChoice;
  readonly filter: StatementFilter;
  /** The first minute that counts, `YYYY-MM-DDTHH:MM`; null for no bound. */
  readonly from: string | null;
  /** The last minute that counts. */
  readonly until: string | null;
  readonly window: TimeWindow | null;
  readonly unique: UniqueWithin | null;
  /** Whether all actors and topics of the documents are nodes, whatever is left out. */
  readonly isolates: boolean;
}

/** Whether statements without a position count. In congruence and conflict they can't. */
export function needsPosition({ type, qualifier }: NetworkQuestion): boolean {
  return type === 'affiliation' ? qualifier !== 'ignore' : type !== 'demands';
}

/** Whether it matters when a statement was made. */
export function needsDate({ from, until, window }: NetworkQuestion): boolean {
  return from !== null || until !== null || window !== null;
}
