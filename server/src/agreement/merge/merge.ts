/**
 * Two coders' copies of one text as one document. Blocks in which nothing changes stay as A wrote them; the others are
 * rendered anew from the text and the marks of both. The published text stays: nothing is merged otherwise.
 */
import { DocumentModel } from '../../model/document.ts';
import { strip } from '../../syntax/strip.ts';
import { firstDifference, type TextDifference } from '../comparableText.ts';
import type { Coding } from '../units.ts';
import { assemble } from './assemble.ts';
import { mergePreambles } from './heads.ts';
import { MergedIds } from './ids.ts';
import { marksOf, unsoundness } from './marks.ts';
import { inheritedOtherwise } from './meanings.ts';
import { type MergeCounts, type Names, planForThree, planForTwo } from './plan.ts';

export interface Merged {
  readonly text: string;
  readonly counts: MergeCounts;
  /** Statements of B for which no place was found: they are in memos now. */
  readonly unplaced: number;
}

/** Why two documents can't be merged. */
export type Refusal =
  | { readonly because: 'text'; readonly difference: TextDifference }
  /** `side`: whose marks have mistakes, and how many. */
  | { readonly because: 'mistakes'; readonly side: 'a' | 'b' | 'base'; readonly count: number }
  /** The marks would have changed the published text. */
  | { readonly because: 'unsafe' };

export type MergeOutcome = { readonly merged: Merged } | { readonly refused: Refusal };

export interface MergeInput {
  readonly a: Coding;
  readonly b: Coding;
  /** What both started from, if there is such a one. Not asked if its text is another. */
  readonly base: Coding | null;
  /** What the coders are called in memos. */
  readonly names: Names;
}

/** More rounds would change nothing: what a tag says itself is not taken over. */
const ROUNDS = 4;

export function merge({ a, b, base, names: given }: MergeInput): MergeOutcome {
  const refused = refusal(a, b, base);
  if (refused !== null) return { refused };
  const names: Names = [plainName(given[0]), plainName(given[1])];
  const ancestor = base?.text.text === a.text.text ? base : null;
  const plan = ancestor ? planForThree(ancestor, a, b, names) : planForTwo(a, b, names);
  const ids = new MergedIds(a, b, plan);
  const preamble = mergePreambles(
    a.document.source,
    b.document.source,
    ancestor?.document.source ?? null,
    names,
  );
  const input = {
    a: marksOf(a),
    b: marksOf(b),
    base: ancestor ? marksOf(ancestor) : null,
    plan,
    ids,
    names,
    preamble,
    explicit: new Map<number, readonly string[]>(),
  };
  let assembled = assemble(input);
  for (let round = 0; round < ROUNDS; round++) {
    const document = new DocumentModel(a.document.location, assembled.text);
    const changed = inheritedOtherwise(document, assembled.definitions, a, b);
    let isNew = false;
    for (const [key, attributes] of changed) {
      if (input.explicit.has(key)) continue;
      input.explicit.set(key, attributes);
      isNew = true;
    }
    if (!isNew) break;
    assembled = assemble(input);
  }
  const { text, unplaced } = assembled;
  const published = strip(new DocumentModel(a.document.location, text).source);
  if (published !== a.document.published.text) return { refused: { because: 'unsafe' } };
  return { merged: { text, counts: plan.counts, unplaced } };
}

function refusal(a: Coding, b: Coding, base: Coding | null): Refusal | null {
  const difference = firstDifference(a.text.text, b.text.text);
  if (difference !== null) return { because: 'text', difference };
  for (const [side, coding] of [
    ['a', a],
    ['b', b],
    ['base', base],
  ] as const) {
    const count = coding === null ? 0 : unsoundness(coding.document);
    if (count > 0) return { because: 'mistakes', side, count };
  }
  return null;
}

/** A name that is safe in a memo and in a comment. */
function plainName(name: string): string {
  return name.replace(/[^\p{L}\p{M}\p{N} .,_+@/-]+/gu, ' ').trim() || 'unnamed';
}
