/** Parts of a corpus, for several machines: disjoint, together everything, and the same whoever asks. */
import { type Command, InvalidArgumentError } from 'commander';
import type { Target } from './targets.ts';

export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

export interface ShardOption {
  readonly shard?: Shard;
}

export function addShardOption(command: Command): Command {
  return command.option('--shard <i/n>', 'only the i-th of n parts of the files', readShard);
}

function readShard(text: string): Shard {
  const [, index = 0, count = 0] = /^(\d{1,7})\/(\d{1,7})$/.exec(text)?.map(Number) ?? [];
  if (index < 1 || index > count) throw new InvalidArgumentError('Write it as 1/8, 2/8, … 8/8.');
  return { index, count };
}

/**
 * The targets of a part. What decides is the path as it is shown, so that machines agree which see a folder at different
 * places, and a file that comes or goes moves no other into another part.
 */
export function inShard(targets: readonly Target[], { shard }: ShardOption): readonly Target[] {
  if (shard === undefined) return targets;
  return targets.filter(({ path }) => hashOf(path) % shard.count === shard.index - 1);
}

/** FNV-1a over the UTF-16 units, its bits then mixed as MurmurHash 3 does, so that the remainder is even. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
