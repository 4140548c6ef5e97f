/** Entries of a codebook or head that nobody uses. */
import type { Entry } from '../codebook/codebook.ts';
import { removeEntry } from '../codebook/removeEntry.ts';
import type { NamePlace } from '../model/facts.ts';
import { type NameKey, type NameKind, nameKey } from '../model/facts.ts';
import type { CodebookFile, Workspace } from '../model/workspace.ts';
import type { CodebookContext, DocumentContext, Draft } from './rule.ts';

type Section = 'actors' | 'topics';

const KINDS: Readonly<Record<Section, NameKind>> = { actors: 'actor', topics: 'topic' };

/** Entries of a codebook that neither a document that follows it nor another entry uses. */
export function* unusedInCodebook({ workspace, file }: CodebookContext, section: Section): Generator<Draft> {
  const [anyDocument] = workspace.documentsOf(file);
  if (anyDocument === undefined) return;
  const usedBy = usesByKey(file.places.uses);
  for (const entry of file.codebook[section].values()) {
    const key = nameKey(KINDS[section], entry.id);
    if (isUsedByAnother(entry, usedBy.get(key))) continue;
    if (isUsedUnder(workspace, file, key)) continue;
    yield report(entry, section, 'No document uses', file.text, 0);
  }
}

/** Looks no further than the first. */
function isUsedUnder(workspace: Workspace, file: CodebookFile, key: NameKey): boolean {
  for (const user of workspace.documentsUsing(key)) if (workspace.codebookOf(user) === file) return true;
  return false;
}

/** Entries of a head that neither the document nor another entry uses. */
export function* unusedInHead({ document }: DocumentContext, section: Section): Generator<Draft> {
  const { head, text } = document.source.preamble;
  if (!head?.closed) return;
  for (const entry of document.head[section].values()) {
    if (document.uses(nameKey(KINDS[section], entry.id))) continue;
    const yaml = text.slice(head.yamlStart, head.yamlEnd);
    yield report(entry, section, 'Nothing in this document uses', yaml, head.yamlStart);
  }
}

function usesByKey(uses: readonly NamePlace[]): Map<string, NamePlace[]> {
  const byKey = new Map<string, NamePlace[]>();
  for (const use of uses) {
    const list = byKey.get(use.key);
    if (list) list.push(use);
    else byKey.set(use.key, [use]);
  }
  return byKey;
}

/** What an entry says of itself is no use. */
function isUsedByAnother({ entry }: Entry, uses: readonly NamePlace[] = []): boolean {
  return uses.some((use) => use.start < entry.start || use.start >= entry.end);
}

/** @param base where `yaml` begins in its file */
function report(
  { id, start, end, entry }: Entry,
  section: Section,
  nobody: string,
  yaml: string,
  base: number,
): Draft {
  const shown = section === 'actors' ? `the actor @${id}` : `the topic “${id}”`;
  return {
    start,
    end,
    message: `${nobody} ${shown}. Take it out, unless it is there for texts to come.`,
    unnecessary: true,
    fixes: () => {
      const edit = removeEntry(yaml, { start: entry.start - base, end: entry.end - base });
      const title = section === 'actors' ? `Take @${id} out` : `Take ${id} out`;
      return [
        { title, kind: 'suggestion', edits: [{ ...edit, start: edit.start + base, end: edit.end + base }] },
      ];
    },
  };
}
