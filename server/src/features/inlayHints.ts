/** The names of ids, beside them: actors, topics, and the first words of statements that are pointed to. */
import type { DocumentModel } from '../model/document.ts';
import { factsOf, type NamePlace } from '../model/facts.ts';
import type { Names } from '../model/names.ts';
import type { Pieces } from '../model/pieces.ts';
import type { Workspace } from '../model/workspace.ts';
import { openingWords, shorten } from './wording.ts';

export interface InlayHintEntry {
  /** Stands after the id. From the document's start. */
  readonly offset: number;
  readonly label: string;
}

const LONGEST = 32;

/** The hints between two offsets of a document, in order of place. A name that says what its id says is left out. */
export function* hintsIn(
  workspace: Workspace,
  document: DocumentModel,
  start: number,
  end: number,
): Pieces<InlayHintEntry[]> {
  const { source } = document;
  const names = workspace.namesFor(document);
  const hints: InlayHintEntry[] = [];
  const first = Math.max(0, source.blockAt(start));
  for (let index = first; index < source.blocks.length && source.startOf(index) < end; index++) {
    const block = source.blocks[index];
    if (block === undefined) break;
    const base = source.startOf(index);
    for (const use of factsOf(block).uses) {
      const offset = base + use.end;
      if (offset < start || offset > end) continue;
      const label = labelOf(names, use);
      if (label && !saysTheSame(label, use.id)) hints.push({ offset, label: shorten(label, LONGEST) });
    }
    yield;
  }
  return hints;
}

function labelOf(names: Names, { kind, id, attribute }: NamePlace): string | null {
  switch (kind) {
    case 'actor':
      return names.actor(id)?.name ?? null;
    case 'topic':
      return names.topic(id)?.name ?? null;
    case 'statement': {
      // A continuation stands among its own words.
      const statement = attribute === '' ? null : names.statement(id);
      return statement && openingWords(statement, 8 * LONGEST);
    }
    default:
      return null;
  }
}

function saysTheSame(label: string, id: string): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '');
  return bare(label) === bare(id);
}
