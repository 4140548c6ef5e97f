import type { DocumentModel, Statement } from '../model/document.ts';
import type { Block } from '../syntax/document.ts';
import { localReference } from './meaning.ts';
import type { DocumentContext, Draft, Rule } from './rule.ts';
import { readerOf } from './wholeDocument.ts';

const MAX_SHOWN = 5;

/** A `supports` that points from one statement to another. */
interface Support {
  readonly target: string;
  readonly block: Block;
  /** From the start of the block. */
  readonly start: number;
  readonly end: number;
}

export const circularSupport: Rule = {
  name: 'circular-support',
  group: 'Sense',
  severity: 'warning',
  summary: 'Statements support each other in a circle.',
  mends: [],
  *checkDocument(context) {
    const supports = readSupports(context);
    const state = new Map<string, 'open' | 'done'>();
    for (const id of supports.keys())
      if (!state.has(id)) yield* findCircles(context.document, id, supports, state);
  },
};

const supporters = readerOf('supports', (context, statement) => {
  const { id } = statement.fact;
  return id === null ? null : { id, supports: supportsOf(context, statement) };
});

/** What each statement supports, by id; one without an id is in no circle, and one that supports itself is another rule's. */
function readSupports(context: DocumentContext): Map<string, readonly Support[]> {
  const all = new Map<string, readonly Support[]>();
  for (const { id, supports } of supporters(context)) if (!all.has(id)) all.set(id, supports);
  return all;
}

function supportsOf(context: DocumentContext, { block, fact }: Statement): Support[] {
  const found: Support[] = [];
  for (const value of fact.attributes.get('supports')?.values ?? []) {
    if (value.type !== 'statement') continue;
    const written = value.document === null ? value.id : `${value.document}/${value.id}`;
    const target = localReference(context, written.normalize('NFC'));
    if (target !== fact.id) found.push({ target, block, start: value.start, end: value.end });
  }
  return found;
}

/** Follows the supports from a statement, depth first; one that leads back to where it came from closes a circle. */
function* findCircles(
  document: DocumentModel,
  from: string,
  supports: ReadonlyMap<string, readonly Support[]>,
  state: Map<string, 'open' | 'done'>,
): Generator<Draft> {
  const path = [{ id: from, next: 0 }];
  state.set(from, 'open');
  for (let step = path.at(-1); step; step = path.at(-1)) {
    const support = supports.get(step.id)?.[step.next++];
    if (support === undefined) {
      state.set(step.id, 'done');
      path.pop();
    } else if (state.get(support.target) === 'open') {
      const circle = path.slice(path.findIndex(({ id }) => id === support.target)).map(({ id }) => id);
      yield report(document, support, circle);
    } else if (!state.has(support.target) && supports.has(support.target)) {
      state.set(support.target, 'open');
      path.push({ id: support.target, next: 0 });
    }
  }
}

function report(document: DocumentModel, { block, start, end }: Support, circle: readonly string[]): Draft {
  const base = document.startOf(block);
  const [first, ...others] = circle.map((id) => `#${id}`);
  const shown = others.slice(0, MAX_SHOWN);
  const rest = others.length > MAX_SHOWN ? ', and so on' : '';
  const chain = [...shown, ...(rest ? [] : [first])].map((id) => `which supports ${id}`).join(', ');
  return {
    start: base + start,
    end: base + end,
    message: `${first} supports ${chain.replace('which supports ', '')}${rest}: the reasons go round in a circle and rest on nothing. Take one of them out.`,
  };
}
