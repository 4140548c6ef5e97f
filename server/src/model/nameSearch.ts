/**
 * Where a text calls the actors of its codebook and head by name: one pass, however many they are.
 *
 * Of names that overlap, the one that starts first is found, and of those the longest, so that _South Sudan_ is not
 * Sudan. Case counts, but a name that is written with a small letter may start a sentence (_The alliance_), and one
 * with “The” may stand within one. White space in a name is any, but no blank line.
 */
import type { Actor } from '../codebook/codebook.ts';
import { isId } from '../codebook/index.ts';
import { FoldedText, foldSpelling } from './foldedText.ts';
import { NameAutomaton } from './nameAutomaton.ts';

/** Words that name an actor. Offsets are UTF-16 units of the text. */
export interface NamedWords {
  readonly start: number;
  readonly end: number;
  /** Ids of all who go by that name. With more than one, nobody can tell who is meant. */
  readonly actors: readonly string[];
}

/** Actors by id. */
export type ActorLayer = ReadonlyMap<string, Actor>;

export class NameSearch {
  readonly #layers: readonly ActorLayer[];

  /** @param layers actors of a layer hide those with the same id in later ones */
  constructor(layers: readonly ActorLayer[]) {
    this.#layers = layers.filter((layer) => layer.size > 0);
  }

  /** The names in a text, in order of place, none overlapping another. */
  in(text: string): NamedWords[] {
    if (this.#layers.length === 0) return [];
    const folded = new FoldedText(text);
    return choose(this.#all(folded.text)).map(({ start, end, actors }) => ({
      start: folded.toText(start),
      end: folded.toText(end),
      actors,
    }));
  }

  /** The actors who go by these words, and by all of them. */
  called(words: string): readonly string[] {
    const text = words.trim();
    const [first] = this.in(text);
    return first?.start === 0 && first.end === text.length ? first.actors : [];
  }

  #all(text: string): NamedWords[] {
    const found: NamedWords[] = [];
    for (const [index, layer] of this.#layers.entries()) {
      const { automaton, holders } = indexOf(layer);
      const hiding = this.#layers.slice(0, index);
      automaton.scan(text, (name, start, end) => {
        if (!isBoundary(text, start) || !isBoundary(text, end)) return;
        const known = holders[name] ?? [];
        const actors =
          index === 0 ? known : known.filter((id) => hiding.every((earlier) => !earlier.has(id)));
        if (actors.length > 0) found.push({ start, end, actors });
      });
    }
    return found;
  }
}

interface NameIndex {
  readonly automaton: NameAutomaton;
  /** By number of the name, who goes by it. */
  readonly holders: readonly (readonly string[])[];
}

const cache = new WeakMap<ActorLayer, NameIndex>();

function indexOf(layer: ActorLayer): NameIndex {
  let index = cache.get(layer);
  if (index === undefined) {
    const byName = holdersByName(layer);
    index = { automaton: new NameAutomaton([...byName.keys()]), holders: [...byName.values()] };
    cache.set(layer, index);
  }
  return index;
}

function holdersByName(layer: ActorLayer): Map<string, string[]> {
  const holders = new Map<string, string[]>();
  for (const { id, name, aka } of layer.values()) {
    // An actor whose id is none can't be written in a tag.
    if (!isId(id)) continue;
    for (const spelling of [name, ...aka.map((each) => each.value)].flatMap(spellings)) {
      const known = holders.get(spelling);
      if (known === undefined) holders.set(spelling, [id]);
      else if (!known.includes(id)) known.push(id);
    }
  }
  return holders;
}

/** How texts may write a name. */
function spellings(written: string): string[] {
  const name = foldSpelling(written);
  const [first = ''] = name;
  if (first === '') return [];
  const capital = first.toUpperCase();
  // ß, for one, has no capital that is one letter.
  if (capital !== first && [...capital].length === 1) return [name, capital + name.slice(first.length)];
  return name.startsWith('The ') ? [name, `t${name.slice(1)}`] : [name];
}

/** Of overlapping names, the first, and of those the longest; one that two layers have, with the holders of both. */
function choose(found: readonly NamedWords[]): NamedWords[] {
  const sorted = found.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const chosen: NamedWords[] = [];
  for (const next of sorted) {
    const last = chosen.at(-1);
    if (last === undefined || next.start >= last.end) chosen.push(next);
    else if (next.start === last.start && next.end === last.end)
      chosen[chosen.length - 1] = { ...last, actors: [...last.actors, ...next.actors] };
  }
  return chosen;
}

/** Joiners are part of the word that they stand in. */
const PART_OF_WORD = /[\p{L}\p{M}\p{Nd}\u200C\u200D]/u;
/** Joined to the character before, in every script. */
const JOINED = /[\p{M}\u200C\u200D]/u;
/** Scripts that put no space between words: a name in them, or beside them, may stand against any letter. */
const UNSPACED =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]/u;

/** Whether a word may start or end at an offset. */
function isBoundary(text: string, offset: number): boolean {
  if (offset === 0 || offset === text.length) return true;
  const after = String.fromCodePoint(text.codePointAt(offset) as number);
  if (JOINED.test(after)) return false;
  const before = characterBefore(text, offset);
  if (!PART_OF_WORD.test(before) || !PART_OF_WORD.test(after)) return true;
  return UNSPACED.test(before) || UNSPACED.test(after);
}

/** The code point that ends at an offset. */
function characterBefore(text: string, offset: number): string {
  const pair = offset >= 2 ? (text.codePointAt(offset - 2) as number) : 0;
  return pair > 0xffff ? String.fromCodePoint(pair) : (text[offset - 1] as string);
}
