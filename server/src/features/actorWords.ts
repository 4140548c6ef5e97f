/** Where a text calls an actor by name. */
import type { Actor } from '../codebook/codebook.ts';
import type { Names } from '../model/names.ts';
import { foldName } from '../rules/actorNames.ts';
import type { Segment } from './selection.ts';

/** The names of an actor: its name and its aliases. */
export function namesOf({ name, aka }: Actor): string[] {
  return [name, ...aka.map((other) => other.value)].filter((each) => each.trim() !== '');
}

/** The actor that goes by these words, or whose id they are; null for nobody. */
export function actorCalled(names: Names, words: string): Actor | null {
  const wanted = foldName(words);
  return (
    names.actors.find((actor) => [actor.id, ...namesOf(actor)].some((each) => foldName(each) === wanted)) ??
    null
  );
}

/**
 * Finds the names of one actor in a text: whole words, in the case that they are written in (at a sentence's start,
 * a capital). A longer name of anybody else that holds one (_South Sudan_) is passed over.
 */
export class NameFinder {
  readonly #pattern: RegExp | null;
  readonly #wanted: ReadonlySet<string>;

  /** @param actors all who may be named */
  constructor(actor: Actor, actors: readonly Actor[]) {
    const wanted = namesOf(actor);
    const folded = wanted.map(foldName);
    const longer = actors
      .flatMap(namesOf)
      .filter((name) => folded.some((each) => each !== foldName(name) && foldName(name).includes(each)));
    const all = [...new Set([...wanted, ...longer])].sort((a, b) => b.length - a.length);
    this.#wanted = new Set(folded);
    this.#pattern = all.length === 0 ? null : new RegExp(all.map(patternOf).join('|'), 'gu');
  }

  /** The names in a text, in order of place. */
  *in(text: string): Generator<Segment> {
    const pattern = this.#pattern;
    if (pattern === null) return;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      const segment = { start: match.index, end: match.index + match[0].length };
      if (this.#wanted.has(foldName(match[0]))) yield segment;
    }
  }
}

/**
 * Scripts that put no spaces between words: a name may stand next to any of their signs. A sign that has no script
 * of its own but is a letter (ー) belongs to them.
 */
const UNSPACED = String.raw`\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmr}\p{scx=Mymr}`;
const SPACED_WORD = String.raw`(?![${UNSPACED}])[\p{L}\p{M}\p{N}_]`;
/** A mark belongs to the sign before it, whatever the script. */
const NOT_BEFORE = String.raw`(?!\p{M})`;

function patternOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const source = words.map(escapeForPattern).join(String.raw`\s+`);
  const [first = '', last = ''] = [[...name.trim()][0], [...name.trim()].at(-1)];
  const isWord = (sign: string) => new RegExp(SPACED_WORD, 'u').test(sign);
  const before = isWord(first) ? `(?<!${SPACED_WORD})` : '';
  const after = isWord(last) ? `(?!${SPACED_WORD})` : NOT_BEFORE;
  return `${before}${withCapital(source, first)}${after}`;
}

/** A name in lower case may start a sentence. */
function withCapital(source: string, first: string): string {
  const capital = first.toUpperCase();
  if (capital === first || [...capital].length > 1) return source;
  return `(?:${escapeForPattern(first)}|${escapeForPattern(capital)})${source.slice(escapeForPattern(first).length)}`;
}

function escapeForPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
