/** A block's text, parsed: from the grammar's flat events to tags, memos and what is wrong with them. */
import { parse } from '../../../grammar/demarche.peggy';
import { type BlockEvent, EventType, type TagHead } from '../../../grammar/events.ts';
import { findHeadProblems } from './headProblems.ts';
import { pairBraces } from './pairing.ts';
import { type BlockTree, EMPTY_TREE, type Memo, type SyntaxProblem, type Tag, type TagKind } from './tree.ts';

const HAS_MARKS = /[{}\\]/;

/** So many blocks go to the parser at a time: enough to share the cost of a call, few enough to be young garbage. */
const BATCH = 200;

/**
 * Parses blocks. Total: any string has a tree.
 *
 * @param contents each block without its last line end and the blank lines after it
 * @returns their trees, in the same order
 */
export function parseBlocks(contents: readonly string[]): BlockTree[] {
  const trees = new Array<BlockTree>(contents.length).fill(EMPTY_TREE);
  const marked = [...contents.keys()].filter((index) => HAS_MARKS.test(contents[index] as string));
  for (let first = 0; first < marked.length; first += BATCH) {
    const batch = marked.slice(first, first + BATCH);
    const blocks = batch.map((index) => contents[index] as string);
    const events = parse('', { startRule: 'BlockEvents', blocks });
    for (const [i, index] of batch.entries()) {
      trees[index] = new TreeBuilder(contents[index] as string, events[i] as BlockEvent[]).build();
    }
  }
  return trees;
}

function kindOf(head: TagHead): TagKind {
  switch (head.word) {
    case '@':
      return 'mention';
    case '+':
      return 'continuation';
    case 'claim':
    case 'demand':
      return head.word;
    default:
      return 'unknown';
  }
}

class TreeBuilder {
  readonly #content: string;
  readonly #events: readonly BlockEvent[];
  readonly #tags: Tag[] = [];
  readonly #memos: Memo[] = [];
  readonly #escapes: number[] = [];
  readonly #problems: SyntaxProblem[] = [];
  /** Indexes of the tags that are open at the event being read. */
  readonly #open: number[] = [];

  constructor(content: string, events: readonly BlockEvent[]) {
    this.#content = content;
    this.#events = events;
  }

  build(): BlockTree {
    const { partner, tooDeep } = pairBraces(this.#events);
    for (let i = 0; i < this.#events.length; i++) {
      const event = this.#events[i] as BlockEvent;
      const other = partner[i] as number;
      switch (event.type) {
        case EventType.Escape:
          this.#escapes.push(event.start);
          break;
        case EventType.Memo:
        case EventType.OpenMemo:
          this.#addMemo(event);
          break;
        case EventType.Open:
          if (tooDeep[i]) this.#report('nesting-too-deep', event.start, event.end, this.#place(other));
          else this.#addTag(event, event.head as TagHead, this.#place(other));
          break;
        case EventType.Stray:
          this.#report('stray-brace', event.start, event.end, this.#place(other));
          break;
        case EventType.Close:
          this.#close(event, other, other >= 0 && tooDeep[other] === 1);
          break;
      }
    }
    return { tags: this.#tags, memos: this.#memos, escapes: this.#escapes, problems: this.#problems };
  }

  /** Where the event with this index starts, or -1 for none. */
  #place(index: number): number {
    return this.#events[index]?.start ?? -1;
  }

  #report(code: SyntaxProblem['code'], start: number, end: number, partner = -1, tag = -1): void {
    this.#problems.push({ code, start, end, tag, partner });
  }

  #addMemo(event: BlockEvent): void {
    const closed = event.type === EventType.Memo;
    const text = this.#content.slice(event.start + 3, closed ? event.end - 3 : event.end).trim();
    this.#memos.push({ start: event.start, end: event.end, text, tag: this.#open.at(-1) ?? -1, closed });
    if (!closed) this.#report('unclosed-memo', event.start, event.start + 3);
  }

  #addTag(event: BlockEvent, head: TagHead, close: number): void {
    const index = this.#tags.length;
    const parent = this.#open.at(-1) ?? -1;
    const kind = kindOf(head);
    const { start } = event;
    const whole = head.colon >= 0;
    if (!whole && close < 0) {
      // Half typed: it ends, empty, where its head stops.
      const end = head.end;
      this.#tags.push({
        kind,
        head,
        start,
        bodyStart: end,
        bodyEnd: end,
        end,
        parent,
        fault: 'missing-colon',
      });
      this.#report('missing-colon', start, end, -1, index);
      return;
    }
    const markEnd = whole ? head.colon + 1 : head.end;
    const bodyStart = this.#content.charCodeAt(markEnd) === 0x20 ? markEnd + 1 : markEnd;
    const closed = close >= 0;
    const bodyEnd = closed ? close : this.#content.length;
    const fault = !whole ? 'missing-colon' : closed ? null : 'unclosed-tag';
    const end = closed ? close + 1 : bodyEnd;
    this.#tags.push({ kind, head, start, bodyStart, bodyEnd, end, parent, fault });
    this.#open.push(index);
    if (fault === 'unclosed-tag') this.#report(fault, start, event.end, -1, index);
    else if (fault === 'missing-colon') this.#reportMissingColon(head, index);
    // One by one: a head may have more problems than a call takes arguments.
    else
      for (const problem of findHeadProblems(this.#content, start, head, kind, index))
        this.#problems.push(problem);
  }

  /** At the first thing that is no part of the head: a word, or the closing brace. */
  #reportMissingColon(head: TagHead, tag: number): void {
    const rest = /\s*(\}|[^\s{}]+|)/y;
    rest.lastIndex = head.end;
    const end = rest.test(this.#content) ? rest.lastIndex : head.end;
    const word = /[^\s]\S*$/.exec(this.#content.slice(head.end, end))?.[0] ?? '';
    this.#report('missing-colon', end - word.length, end, -1, tag);
  }

  #close(event: BlockEvent, opening: number, ofTooDeep: boolean): void {
    const opened = this.#events[opening];
    if (opened === undefined) this.#report('stray-brace', event.start, event.end);
    else if (opened.type === EventType.Open && !ofTooDeep) this.#open.pop();
  }
}
