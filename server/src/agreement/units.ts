/** What one coder marked in a document, as units that can be compared with another's. */
import { RELATIONS } from '../codebook/attributes.ts';
import type { DocumentModel, Statement } from '../model/document.ts';
import { factsOf } from '../model/facts.ts';
import { AUTHOR, type Meaning, resolveStatement } from '../model/resolve.ts';
import { publishedRange, spansOf } from '../model/spans.ts';
import type { Workspace } from '../model/workspace.ts';
import { type ComparableText, comparableText } from './comparableText.ts';
import type { Stretch } from './unitizing.ts';

export const UNIT_KINDS = ['claim', 'demand', 'mention'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** A claim, a demand or a mention. */
export interface Unit {
  readonly kind: UnitKind;
  /** Its words in the comparable text, in order; white space at their ends does not count. */
  readonly spans: readonly Stretch[];
  /** The spans as one string: two units with the same one have the same words. */
  readonly place: string;
  /** Its tag in the source, offsets from the document's start. */
  readonly source: Stretch;
  /** Its id, NFC; null for one without, and for a mention. */
  readonly id: string | null;
  readonly words: string;
  /** What it is said to be, by attribute: values in the order of the alphabet, none for an attribute that is not given. */
  readonly labels: ReadonlyMap<string, readonly string[]>;
}

/** A document as one coder's. */
export interface Coding {
  readonly document: DocumentModel;
  readonly text: ComparableText;
  /** In order of place. */
  readonly units: readonly Unit[];
}

/** The attributes of the core that hold one value, but for those that only one kind has. */
const SINGLE = ['position', 'form', 'date', 'place', 'type', 'strength', 'if', 'until', 'response'] as const;
const ACTORS = ['by', 'to', 'about', 'via'] as const;

/** Reads a document as a coding. Statements of unknown kind are left out. */
export function codingOf(workspace: Workspace, document: DocumentModel): Coding {
  const text = comparableText(document);
  const names = workspace.namesFor(document);
  const expand = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const actors = names.expand(id);
      // The author by another name is the same author.
      return actors.length > 0
        ? actors.map((actor) => (actor.id === 'author' ? actor.name : actor.id))
        : [id];
    });
  const units: Unit[] = [];
  const add = (unit: Omit<Unit, 'spans' | 'place' | 'words'>, ranges: readonly Stretch[]) => {
    const all = ranges.map(({ start, end }) =>
      trimmed(text, text.fromPublished(start), text.fromPublished(end)),
    );
    const filled = all.filter(({ start, end }) => start < end);
    const spans = filled.length > 0 ? filled : all.slice(0, 1);
    const words = spans.map(({ start, end }) => text.text.slice(start, end)).join(' … ');
    units.push({ ...unit, spans, words, place: spans.map(({ start, end }) => `${start}-${end}`).join(' ') });
  };
  for (const block of document.source.blocks) {
    const base = document.startOf(block);
    const sourceOf = ({ start, end }: Stretch) => ({ start: base + start, end: base + end });
    for (const statement of document.statementsIn(block)) {
      const { kind, id } = statement.fact;
      if (kind === 'unknown') continue;
      const labels = labelsOf(statement, expand);
      add({ kind, id, labels, source: sourceOf(statement.tag) }, spansOf(statement));
    }
    for (const index of factsOf(block).mentions) {
      const tag = block.tree.tags[index];
      if (tag === undefined) continue;
      const actors = sorted(expand(tag.head.actors.map((actor) => actor.id.normalize('NFC'))));
      const labels = new Map([['actor', actors]]);
      add({ kind: 'mention', id: null, labels, source: sourceOf(tag) }, [
        publishedRange(document, { block, tag }),
      ]);
    }
  }
  units.sort((a, b) => a.source.start - b.source.start);
  return { document, text, units };
}

function trimmed({ text }: ComparableText, start: number, end: number): Stretch {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  return words.trim() === '' ? { start, end: start } : { start: from, end: from + words.trim().length };
}

function labelsOf(statement: Statement, expand: (ids: readonly string[]) => string[]): Map<string, string[]> {
  const meaning: Meaning = resolveStatement(statement);
  const labels = new Map<string, string[]>();
  const give = (name: string, values: readonly string[]) => {
    if (values.length > 0) labels.set(name, sorted(values));
  };
  for (const name of ACTORS) give(name, expand(meaning[name]));
  // The author reports what others say, and nobody what the author says: neither is anybody's choice.
  const via = labels.get('via')?.join();
  if (via === labels.get('by')?.join() || via === sorted(expand([AUTHOR])).join()) labels.delete('via');
  give('topic', meaning.topics);
  for (const name of SINGLE) give(name, meaning[name] === null ? [] : [meaning[name].normalize('NFC')]);
  for (const [name, value] of Object.entries(meaning.attributes)) give(name, [value]);
  for (const type of RELATIONS) {
    give(
      type,
      meaning.relations.filter((each) => each.type === type).map(({ target }) => target),
    );
  }
  return labels;
}

function sorted(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
