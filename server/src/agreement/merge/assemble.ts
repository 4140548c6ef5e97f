/** The merged document, block by block. */
import { type Block, SourceDocument } from '../../syntax/document.ts';
import { stripPart } from '../../syntax/strip.ts';
import { BlockGrid } from './blockGrid.ts';
import type { MergedIds } from './ids.ts';
import type { Mark, Marks, MemoMark } from './marks.ts';
import { MergedHeads, type OwnedMark } from './mergedHeads.ts';
import type { Names, Plan } from './plan.ts';
import { type PlacedMemo, type Rendered, render } from './render.ts';

export interface AssembleInput {
  readonly a: Marks;
  readonly b: Marks;
  readonly base: Marks | null;
  readonly plan: Plan;
  readonly ids: MergedIds;
  readonly names: Names;
  /** The head, and what stands before and after it. */
  readonly preamble: string;
  /** Attributes to write into heads, by unit: A's by index, B's counted on from those. */
  readonly explicit: ReadonlyMap<number, readonly string[]>;
}

export interface Assembled {
  readonly text: string;
  /** Where the tags of statements stand in it, and which unit each is. */
  readonly definitions: ReadonlyMap<number, number>;
  readonly unplaced: number;
}

/** A mark in a block, on its way into it. Offsets are into the published text of the block. */
interface Draft extends OwnedMark {
  readonly start: number;
  readonly end: number;
  /** A part after the first of a mark that reaches over several blocks. */
  readonly isRest: boolean;
  readonly block: number;
  readonly memos: PlacedMemo[];
}

/** All that goes into a block. */
interface BlockDraft {
  readonly drafts: Draft[];
  readonly memos: PlacedMemo[];
  /** Whether it is anything else than what A has. */
  touched: boolean;
  /** Blocks of B's memos that go before it. */
  before: string;
}

export function assemble(input: AssembleInput): Assembled {
  for (;;) {
    const assembler = new Assembler(input);
    const assembled = assembler.assemble();
    // An id that was found to be missing belongs into heads that may have been written before.
    if (!assembler.hasGivenIds) return assembled;
  }
}

class Assembler {
  readonly #input: AssembleInput;
  readonly #grid: BlockGrid;
  readonly #heads: MergedHeads;
  readonly #drafts: BlockDraft[];
  readonly #definitions = new Map<number, number>();
  /** What is no unit in A, in B and in the ancestor. */
  readonly #strays: readonly ReadonlySet<string>[];
  #text: string;
  #unplaced = 0;

  constructor(input: AssembleInput) {
    this.#input = input;
    this.#grid = new BlockGrid(input.a.coding.document);
    this.#heads = new MergedHeads(input.ids, input.a.coding.units.length, input.explicit);
    this.#drafts = this.#grid.blocks.map(() => ({ drafts: [], memos: [], touched: false, before: '' }));
    this.#strays = [input.a, input.b, input.base].map(
      (marks) => new Set(marks?.marks.filter(({ unit }) => unit < 0).map(strayKey)),
    );
    this.#text = input.preamble;
  }

  get hasGivenIds(): boolean {
    return this.#heads.hasGivenIds;
  }

  assemble(): Assembled {
    const draftsA = this.#place(this.#input.a, false);
    const draftsB = this.#place(this.#input.b, true);
    this.#placeMemos(draftsA, draftsB);
    for (const index of this.#grid.blocks.keys()) this.#writeBlock(index);
    this.#text += this.#rest;
    return { text: this.#text, definitions: this.#definitions, unplaced: this.#unplaced };
  }

  /** Memos for which there is no block. */
  #rest = '';

  /** Puts the marks of one coder that are wanted into their blocks. @returns their drafts, by mark */
  #place(marks: Marks, isB: boolean): Map<Mark, Draft[]> {
    const placed = new Map<Mark, Draft[]>();
    for (const mark of marks.marks) {
      const drafts = this.#isWanted(mark, isB) ? this.#inBlocks(mark, isB) : [];
      placed.set(mark, drafts);
      const first = drafts[0];
      const note = (isB ? this.#input.plan.notesB : this.#input.plan.notesA).get(mark.unit);
      if (first && mark.defines && note !== undefined)
        first.memos.push({ source: `{>> ${note} <<}`, place: first.end, ownLine: false });
      if (isB) continue;
      if (drafts.length === 0 || note !== undefined || this.#heads.headOf({ mark, isB }) !== mark.head)
        this.#touch(this.#blockOf(mark));
    }
    return placed;
  }

  #isWanted(mark: Mark, isB: boolean): boolean {
    const { plan, base } = this.#input;
    if (mark.unit >= 0) return (isB ? plan.added : plan.kept).has(mark.unit);
    // What is no unit has only its words and its place to be known by.
    const [inA, inB, before] = this.#strays.map((keys) => keys.has(strayKey(mark)));
    return isB ? !inA && !before : base === null || inB || !before;
  }

  /** A place of the comparable text in the published text of A. */
  #published(offset: number): number {
    return this.#input.a.coding.text.toPublished(offset);
  }

  #inBlocks(mark: Mark, isB: boolean): Draft[] {
    const [start, end] = [this.#published(mark.start), this.#published(mark.end)];
    const drafts: Draft[] = [];
    for (
      let index = isB ? this.#grid.blockAt(start) : this.#blockOf(mark);
      index < this.#grid.blocks.length;
      index++
    ) {
      const base = this.#grid.startOf(index);
      if (base > end || (base === end && drafts.length > 0)) break;
      const draft: Draft = {
        start: Math.max(start - base, this.#grid.prefixOf(index)),
        end: Math.min(end - base, this.#grid.contentLength(index)),
        mark,
        isB,
        isRest: drafts.length > 0,
        block: index,
        memos: [],
      };
      if (draft.start > draft.end || (draft.start === draft.end && start < end)) continue;
      this.#drafts[index]?.drafts.push(draft);
      if (isB) (this.#drafts[index] as BlockDraft).touched = true;
      drafts.push(draft);
      if (!isB) break;
    }
    return drafts;
  }

  #blockOf(mark: Mark): number {
    return this.#input.a.coding.document.source.blockAt(mark.source);
  }

  #placeMemos(
    draftsA: ReadonlyMap<Mark, readonly Draft[]>,
    draftsB: ReadonlyMap<Mark, readonly Draft[]>,
  ): void {
    const { a, b, base, plan } = this.#input;
    const [inA, inB, before] = [memoCounts(a), memoCounts(b), memoCounts(base)];
    for (const memo of a.memos) {
      const index = a.coding.document.source.blockAt(memo.at);
      const owner = a.marks[memo.owner];
      const isGone = before.has(keyOf(memo)) && !inB.has(keyOf(memo));
      if (isGone) this.#touch(index);
      else this.#putMemo(memo, index, owner ? (draftsA.get(owner) ?? []) : []);
    }
    const byUnit = new Map<number, Draft[]>();
    for (const [{ unit }, drafts] of draftsA) byUnit.set(unit, (byUnit.get(unit) ?? []).concat(drafts));
    for (const memo of b.memos) {
      if (take(inA, keyOf(memo)) || before.has(keyOf(memo))) continue;
      const index = this.#grid.blockAt(this.#published(memo.place));
      const owner = b.marks[memo.owner];
      const stand = owner ? plan.standsFor.get(owner.unit) : undefined;
      const own = owner ? (draftsB.get(owner) ?? []) : [];
      const others = stand === undefined ? [] : (byUnit.get(stand) ?? []);
      if (memo.ownBlock || this.#drafts.length === 0) this.#putMemoBlock(memo, index);
      else {
        this.#touch(index);
        this.#putMemo(memo, index, [...own, ...others]);
      }
    }
  }

  #touch(index: number): void {
    const block = this.#drafts[index];
    if (block) block.touched = true;
  }

  #putMemo(memo: MemoMark, index: number, owners: readonly Draft[]): void {
    const block = this.#drafts[index];
    const place = this.#published(memo.place) - this.#grid.startOf(index);
    const placed: PlacedMemo = {
      source: memo.source,
      place: Math.min(Math.max(place, 0), this.#grid.contentLength(index)),
      ownLine: memo.ownLine,
    };
    const owner = owners.find((draft) => draft.block === index && draft.start <= place && place <= draft.end);
    if (owner) owner.memos.push(placed);
    else block?.memos.push(placed);
  }

  /** A block of memos only stays one, before the text that it stood before. */
  #putMemoBlock(memo: MemoMark, index: number): void {
    const { text } = this.#input.a.coding.document.published;
    const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
    const block = this.#drafts[index];
    const isBefore = block && this.#published(memo.place) <= this.#grid.startOf(index);
    if (isBefore) block.before += memo.source + lineEnd + lineEnd;
    else this.#rest += /[\r\n]$/.test(text) || text === '' ? memo.source + lineEnd : ` ${memo.source}`;
  }

  #writeBlock(index: number): void {
    const block = this.#grid.blocks[index] as Block;
    const draft = this.#drafts[index] as BlockDraft;
    this.#text += draft.before;
    if (!draft.touched) return this.#writeAsItWas(index);
    const published = stripPart(block);
    const drafts = draft.drafts.sort(
      (a, b) => Number(a.isB) - Number(b.isB) || a.mark.source - b.mark.source,
    );
    const rendered = this.#render(published, index, draft);
    for (const key of rendered.missing) this.#heads.giveId(key);
    if (!isSound(rendered.source, published)) return this.#writeMemoInstead(index, draft);
    for (const [i, { mark, isRest }] of drafts.entries()) {
      const start = rendered.starts[i] as number;
      if (mark.defines && !isRest && start >= 0)
        this.#definitions.set(this.#text.length + start, this.#heads.keyOf(drafts[i] as Draft));
    }
    this.#text += rendered.source;
  }

  #render(published: string, index: number, { drafts, memos }: BlockDraft): Rendered {
    const pieces = drafts.map((draft) => {
      const { start, end, mark, isRest } = draft;
      const continued = this.#heads.continuationOf(draft);
      const key = this.#heads.keyOf(draft);
      if (isRest && continued === null && mark.tag.kind !== 'mention') this.#heads.giveId(key);
      const open = isRest && continued ? continued : this.#heads.headOf(draft);
      return { start, end, open, continued, key, memos: draft.memos };
    });
    return render({ text: published, prefix: this.#grid.prefixOf(index), pieces, memos });
  }

  #writeAsItWas(index: number): void {
    const { document } = this.#input.a.coding;
    const shift = this.#text.length - document.source.startOf(index);
    for (const draft of this.#drafts[index]?.drafts ?? []) {
      if (draft.mark.defines && !draft.isB)
        this.#definitions.set(draft.mark.source + shift, this.#heads.keyOf(draft));
    }
    this.#text += this.#grid.blocks[index]?.text ?? '';
  }

  /** Where the marks of both can't stand together, A's stay, and B's are told of in a memo before them. */
  #writeMemoInstead(index: number, { drafts, memos }: BlockDraft): void {
    const block = this.#grid.blocks[index] as Block;
    const published = stripPart(block);
    const lost = drafts.filter(({ isB }) => isB);
    const words = lost.map(({ start, end, mark }) => `${mark.head.slice(1)}: ${published.slice(start, end)}`);
    const told = [...memos, ...drafts.flatMap((draft) => draft.memos)].filter(
      ({ source }) => !block.text.includes(source),
    );
    this.#unplaced += lost.length;
    if (lost.length + told.length > 0) {
      const list = [...words, ...told.map(({ source }) => source.slice(3, -3).trim())].join('; ');
      const safe = list.replace(/\s+/g, ' ').replaceAll('<<}', '<< }');
      const lineEnd = /\r\n|\n|\r/.exec(published)?.[0] ?? '\n';
      this.#text += `{>> coder ${this.#input.names[1]}, to be put in by hand: ${safe} <<}${lineEnd}${lineEnd}`;
    }
    this.#writeAsItWas(index);
  }
}

/** Whether a block is read as it was meant: in front of it another, so that it is no head. */
function isSound(source: string, published: string): boolean {
  const lead = '.\n\n';
  const read = new SourceDocument(lead + source);
  const unsound = read.blocks.some(({ tree }) =>
    tree.problems.some(({ code }) => /^(unclosed|missing-colon|stray|nesting)/.test(code)),
  );
  return !unsound && read.blocks.map(stripPart).join('') === lead + published;
}

function strayKey({ head, start, end }: Mark): string {
  return `${start} ${end} ${head}`;
}

function keyOf({ text, place }: MemoMark): string {
  return `${place} ${text}`;
}

function memoCounts(marks: Marks | null): Map<string, number> {
  const counts = new Map<string, number>();
  for (const memo of marks?.memos ?? []) counts.set(keyOf(memo), (counts.get(keyOf(memo)) ?? 0) + 1);
  return counts;
}

function take(counts: Map<string, number>, key: string): boolean {
  const count = counts.get(key) ?? 0;
  counts.set(key, count - 1);
  return count > 0;
}
