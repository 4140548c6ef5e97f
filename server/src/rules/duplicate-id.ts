import type { DocumentModel, Statement } from '../model/document.ts';
import { type NamePlace, nameKey } from '../model/facts.ts';
import type { Tag } from '../syntax/tree.ts';
import { replacing } from './edits.ts';
import type { DocumentContext, Draft, Rule } from './rule.ts';
import { isSound } from './sound.ts';

export const duplicateId: Rule = {
  name: 'duplicate-id',
  group: 'Names',
  severity: 'error',
  summary: 'Two statements of a document, or two documents of a coder, have one id.',
  mends: ['suggestion'],
  *checkBlock(context) {
    const { document, facts, tree, block } = context;
    const times = new Map<string, number>();
    for (const { id } of facts.definitions) times.set(id, (times.get(id) ?? 0) + 1);
    for (const own of facts.definitions) {
      const tag = tree.tags[own.tag];
      const [, another] = document.blocksDefining(own.key);
      if (!tag || !isSound(block, tag) || (!another && times.get(own.id) === 1)) continue;
      if (soundWithId(document, own.id).ranks.get(tag) !== 0) yield reportStatement(document, own, tag);
    }
  },
  *checkDocument(context) {
    const twins = twinsOf(context);
    if (twins.length > 0) yield reportDocument(context, twins);
  },
};

/** The statements with an id whose tags are whole: the first, and which place each has among them. */
interface Namesakes {
  readonly first: Statement | null;
  readonly ranks: ReadonlyMap<Tag, number>;
}

/** Worked out once for each state of a document: where there are many, each of them asks. */
const cache = new WeakMap<DocumentModel, { version: number; byId: Map<string, Namesakes> }>();

function soundWithId(document: DocumentModel, id: string): Namesakes {
  let known = cache.get(document);
  if (known?.version !== document.version) {
    known = { version: document.version, byId: new Map() };
    cache.set(document, known);
  }
  let found = known.byId.get(id);
  if (found === undefined) {
    found = findSound(document, id);
    known.byId.set(id, found);
  }
  return found;
}

function findSound(document: DocumentModel, id: string): Namesakes {
  const blocks = [...document.blocksDefining(nameKey('statement', id))];
  if (blocks.length > 1) blocks.sort((a, b) => document.indexOf(a) - document.indexOf(b));
  let first: Statement | null = null;
  const ranks = new Map<Tag, number>();
  for (const block of blocks) {
    for (const statement of document.statementsIn(block)) {
      if (statement.fact.id !== id || statement.tag.fault !== null) continue;
      first ??= statement;
      ranks.set(statement.tag, ranks.size);
    }
  }
  return { first, ranks };
}

function reportStatement(document: DocumentModel, own: NamePlace, tag: Tag): Draft {
  const { id, start, end } = own;
  return {
    start: start - 1,
    end,
    message: `Another statement is called #${id} already, and references mean that one. Give this one a name of its own.`,
    fixes: () => {
      const rank = soundWithId(document, id).ranks.get(tag) ?? 1;
      const free = numbered(id, rank + 1, (name) => document.statement(name) === null);
      return [replacing(`Rename to #${free}`, 'suggestion', own, free)];
    },
    related: () => {
      const { first } = soundWithId(document, id);
      return first ? [{ ...placeOf(first), location: document.location, message: `The first #${id}` }] : [];
    },
  };
}

function placeOf({ document, block, tag }: Statement): { start: number; end: number } {
  const start = document.startOf(block) + tag.start;
  return { start, end: start + tag.head.end - tag.start };
}

/** Other documents with the same id and coder, in order of their files. */
function twinsOf({ workspace, document }: DocumentContext): DocumentModel[] {
  const { id, coder } = document;
  const twins = [...workspace.documentsWithId(id)].filter(
    (other) => other !== document && other.coder === coder,
  );
  return twins.sort((a, b) => (a.location < b.location ? -1 : 1));
}

function reportDocument(context: DocumentContext, twins: readonly DocumentModel[]): Draft {
  const { document, workspace } = context;
  const own = document.head.id;
  const range = own ?? firstLine(document);
  const coder = document.coder === '' ? '' : ` coded by ${document.coder}`;
  return {
    ...range,
    message: `Another document${coder} has the id ${document.id} too, so references to it are ambiguous. Give one of them another id in its head.`,
    fixes: () => {
      const isFree = (name: string) =>
        [...workspace.documentsWithId(name)].every((other) => other.coder !== document.coder);
      const free = numbered(document.id, 2, isFree);
      const title = `Give this one the id ${free}`;
      if (own) return [replacing(title, 'suggestion', own, free)];
      const { head, text } = document.source.preamble;
      if (!head?.closed) return [];
      const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
      return [
        replacing(title, 'suggestion', { start: head.yamlStart, end: head.yamlStart }, `id: ${free}${eol}`),
      ];
    },
    related: () =>
      twins.map((twin) => ({
        ...(({ start, end }) => ({ start, end }))(twin.head.id ?? firstLine(twin)),
        location: twin.location,
        message: `The other document with the id ${document.id}`,
      })),
  };
}

function firstLine({ source }: DocumentModel): { start: number; end: number } {
  const text = source.preamble.text + (source.blocks[0]?.text ?? '');
  const start = source.preamble.bom ? 1 : 0;
  return { start, end: start + (/^[^\r\n]*/.exec(text.slice(start))?.[0].length ?? 0) };
}

/** A name with the first number at the end that is free. */
function numbered(name: string, from: number, isFree: (name: string) => boolean): string {
  for (let number = from; ; number++) if (isFree(`${name}-${number}`)) return `${name}-${number}`;
}
