/** Pasting marked-up text: statements whose ids the document has already get new ones, and what refers to them follows. */
import type { DocumentModel } from '../model/document.ts';
import { factsOf, nameKey } from '../model/facts.ts';
import { applyEdits } from '../rules/edits.ts';
import type { FileEdit } from '../rules/rule.ts';
import { SourceDocument } from '../syntax/document.ts';
import { freeStatementId } from './ids.ts';

/** A part of the document that the paste replaces: what it defines is gone then. */
interface Replaced {
  readonly start: number;
  readonly end: number;
}

/**
 * The text with new ids where they are needed.
 *
 * @returns null where it can be pasted as it is
 */
export function pastedText(
  document: DocumentModel,
  replaced: readonly Replaced[],
  pasted: string,
): string | null {
  if (!pasted.includes('{')) return null;
  // A piece of a text: its first line opens no head.
  const lead = '.\n\n';
  const source = new SourceDocument(lead + pasted);
  const blocks = source.blocks.map((block, index) => ({
    base: source.startOf(index) - lead.length,
    facts: factsOf(block),
  }));
  const own = new Set(blocks.flatMap(({ facts }) => facts.definitions.map(({ id }) => id)));
  const renamed = newIds(document, replaced, own);
  if (renamed.size === 0) return null;
  const edits: FileEdit[] = blocks.flatMap(({ base, facts }) =>
    [...facts.definitions, ...facts.uses].flatMap(({ kind, id, start, end }) => {
      const text = kind === 'statement' ? renamed.get(id) : undefined;
      return text === undefined ? [] : [{ start: base + start, end: base + end, text }];
    }),
  );
  return applyEdits(pasted, edits);
}

/** The ids that would stand twice, and what each becomes: no other of the pasted ones. */
function newIds(
  document: DocumentModel,
  replaced: readonly Replaced[],
  own: ReadonlySet<string>,
): Map<string, string> {
  const renamed = new Map<string, string>();
  const taken = new Set(own);
  for (const id of own) {
    const stays = [...document.occurrences(nameKey('statement', id))].some(
      ({ isDefinition, start, end }) =>
        isDefinition && !replaced.some((part) => part.start <= start && end <= part.end),
    );
    if (!stays) continue;
    // `halt-2` pasted again is `halt-3`, not `halt-2-2`.
    const stem = id.replace(/-\d+$/, '');
    let free = stem;
    for (let number = 2; taken.has(free) || freeStatementId(document, free) !== free; number++)
      free = `${stem}-${number}`;
    taken.add(free);
    renamed.set(id, free);
  }
  return renamed;
}
