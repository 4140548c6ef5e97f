/** The options that say which network is meant. */
import { type Command, Option } from 'commander';
import { EVERY_STATEMENT } from '../analysis/statementFilter.ts';
import { type DemarcheDate, parseDate } from '../codebook/dates.ts';
import {
  ACTOR_CHOICES,
  type ActorChoice,
  NETWORK_TYPES,
  type NetworkType,
  NORMALIZATIONS,
  type Normalization,
  normalizationsFor,
  QUALIFIERS,
  type Qualifier,
  UNIQUE_WITHIN,
  type UniqueWithin,
} from '../networks/network.ts';
import type { NetworkQuestion } from '../networks/question.ts';
import { parseWindow, type TimeWindow } from '../networks/timeWindows.ts';
import { CommandError } from './failure.ts';
import type { FilterOptions } from './filterOptions.ts';
import { NETWORK_FORMATS } from './networkFormats.ts';

export interface NetworkOptions {
  readonly type: NetworkType;
  readonly normalize: Normalization;
  readonly qualifier?: Qualifier;
  readonly actors: ActorChoice;
  readonly from?: string;
  readonly until?: string;
  readonly window?: string;
  readonly step?: string;
  readonly unique?: UniqueWithin;
  readonly isolates?: true;
}

export function addNetworkOptions(command: Command): Command {
  const choice = (flags: string, text: string, choices: readonly string[]) =>
    new Option(flags, text).choices([...choices]);
  return command
    .addOption(choice('--type <type>', 'one of the types below', NETWORK_TYPES).default('affiliation'))
    .addOption(choice('--normalize <how>', 'what weights are divided by', NORMALIZATIONS).default('no'))
    .addOption(choice('--qualifier <how>', 'positions in an affiliation network', QUALIFIERS))
    .addOption(choice('--actors <which>', 'a person, or its organization', ACTOR_CHOICES).default('all'))
    .option('--from <date>', 'only statements of this date or later')
    .option('--until <date>', 'only statements of this date or earlier')
    .option('--window <length>', 'a network for each 90d, 4w, 6m or 1y')
    .option('--step <units>', 'how many days, weeks, months or years windows move (1)')
    .addOption(choice('--unique <within>', 'count what is said again once in each', UNIQUE_WITHIN))
    .option('--isolates', 'keep all actors and topics, also those without a statement that counts')
    .addOption(choice('--format <format>', 'how to tell; else by the ending of -o', NETWORK_FORMATS))
    .option('--top <ties>', 'how many ties the table has', (text: string) => countFrom('--top', text))
    .option('-o, --output <path>', 'write to a file, whole or not at all; for windows, to a folder');
}

/**
 * The question that options ask, without its filter.
 *
 * @throws CommandError for options that don’t go together, and for what is no date or length
 */
export function questionFrom(options: NetworkOptions & FilterOptions): NetworkQuestion {
  const { type, normalize, qualifier, actors, unique, isolates } = options;
  if (!normalizationsFor(type).includes(normalize))
    throw new CommandError(
      `--normalize ${normalize} does not go with --type ${type}; there are: ${normalizationsFor(type).join(', ')}`,
    );
  if (qualifier !== undefined && type !== 'affiliation')
    throw new CommandError('--qualifier goes with --type affiliation alone');
  if (qualifier === 'combine' && normalize !== 'no')
    throw new CommandError('--qualifier combine makes categories (1, 2, 3), which can’t be normalized');
  if (type === 'demands' && options.kind === 'claim')
    throw new CommandError('--type demands has demands alone: leave out --kind claim');
  const from = dateOf('--from', options.from)?.earliest ?? null;
  const until = dateOf('--until', options.until)?.latest ?? null;
  if (from !== null && until !== null && from > until)
    throw new CommandError(`--from ${options.from} is after --until ${options.until}`);
  return {
    type,
    normalization: normalize,
    qualifier: qualifier ?? 'ignore',
    actors,
    filter: EVERY_STATEMENT,
    from,
    until,
    window: windowOf(options),
    unique: unique ?? null,
    isolates: isolates ?? false,
  };
}

function dateOf(option: string, text: string | undefined): DemarcheDate | null {
  if (text === undefined) return null;
  const date = parseDate(text);
  if (date === null)
    throw new CommandError(`${option} ${text}: write a date of the calendar, as 2021, 2021-12 or 2021-12-17`);
  return date;
}

function windowOf({ window: text, step }: NetworkOptions): TimeWindow | null {
  if (text === undefined) {
    if (step !== undefined) throw new CommandError('--step goes with --window');
    return null;
  }
  const window = parseWindow(text, step === undefined ? 1 : countFrom('--step', step));
  if (window === null)
    throw new CommandError(
      `--window ${text}: write a number and d, w, m or y, as 90d, 4w, 6m or 1y (days, weeks, months, years)`,
    );
  return window;
}

function countFrom(option: string, text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new CommandError(`${option} ${text}: write a number from 1`);
  return Number(text);
}
