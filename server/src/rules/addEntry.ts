/** “Add … to the codebook”: what is offered for a name that nobody defines. */
import { isId } from '../codebook/ids.ts';
import type { NamePlace } from '../model/facts.ts';
import { nameOf } from '../model/location.ts';
import { stripRange } from '../syntax/strip.ts';
import { entriesInCodebook, entriesInHead, type NewEntry } from './entryEdits.ts';
import type { BlockContext, DraftFix, FileEdit } from './rule.ts';

type Section = 'actors' | 'topics';

/** Fixes that define an actor or a topic in the codebook, or in the head for this document alone. */
export function addEntry(context: BlockContext, section: Section, use: NamePlace): DraftFix[] {
  if (!isId(use.id)) return [];
  const { names, document } = context;
  const shown = section === 'actors' ? `@${use.id}` : use.id;
  const name = section === 'actors' ? nameOfActor(context, use) : use.id;
  const entry: NewEntry = { section, id: use.id, fields: { name } };
  const fixes: DraftFix[] = [];
  if (names.file !== null) {
    const title = `Add ${shown} to ${nameOf(names.file.location)}`;
    fixes.push({ title, kind: 'suggestion', edits: () => inCodebook(context, entry) });
  }
  if (document.source.preamble.head?.closed) {
    const title = `Add ${shown} to the head, for this document only`;
    fixes.push({ title, kind: 'suggestion', edits: () => entriesInHead(document, [entry]) ?? [] });
  }
  return fixes;
}

function inCodebook({ workspace, document }: BlockContext, entry: NewEntry): FileEdit[] {
  const file = workspace.codebookOf(document);
  return (file && entriesInCodebook(file, [entry])) ?? [];
}

/** The words that mention the actor alone: there, or else in the same block. */
function nameOfActor({ block, tree, facts }: BlockContext, { id, tag }: NamePlace): string {
  for (const index of [tag, ...facts.mentions]) {
    const mention = tree.tags[index];
    const [only, ...others] = mention?.head.actors ?? [];
    if (!mention || mention.kind !== 'mention' || only?.id.normalize('NFC') !== id || others.length > 0)
      continue;
    const words = stripRange(block, mention.bodyStart, mention.bodyEnd).replace(/\s+/g, ' ').trim();
    if (words !== '' && words.length <= 80) return words;
  }
  return id;
}
