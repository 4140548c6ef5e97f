/** What can be followed in heads and codebooks: where a text was published, its codebook, an actor's Wikidata item. */
import type { Definitions, Located, TextRange } from '../codebook/codebook.ts';
import type { DocumentModel } from '../model/document.ts';
import { folderOf, resolvePath } from '../model/location.ts';
import type { CodebookFile, Workspace } from '../model/workspace.ts';

/** A link: to the web, or to a file of the workspace. Offsets are from the file's start. */
export interface Link extends TextRange {
  readonly target: { readonly url: string } | { readonly location: string };
  /** What following it does. */
  readonly tooltip: string;
}

/** Nothing but the web: a text that somebody sends must not start anything else. */
const WEB = /^https?:\/\/[^\s"'<>\\]+$/i;

/** The links in a document's head. Web addresses in its text are the editor's own business. */
export function linksIn(workspace: Workspace, document: DocumentModel): Link[] {
  const { head, location, source } = document;
  const links = wikidataLinks(head, source.preamble.text);
  if (head.source && WEB.test(head.source.value)) {
    const target = { url: head.source.value };
    links.push({ ...inside(source.preamble.text, head.source), target, tooltip: 'Open the publication' });
  }
  const path = head.codebook && resolvePath(folderOf(location), head.codebook.value);
  if (head.codebook && path && workspace.codebooks.has(path)) {
    const range = inside(source.preamble.text, head.codebook);
    links.push({ ...range, target: { location: path }, tooltip: 'Open the codebook' });
  }
  return links.sort((a, b) => a.start - b.start);
}

/** The links in a codebook. */
export function linksInCodebook({ codebook, text }: CodebookFile): Link[] {
  return wikidataLinks(codebook, text).sort((a, b) => a.start - b.start);
}

function wikidataLinks({ actors }: Definitions, text: string): Link[] {
  const links: Link[] = [];
  for (const { name, wikidata, entry } of actors.values()) {
    if (wikidata === null || !/^Q[1-9]\d*$/.test(wikidata)) continue;
    // The entry knows what the item is but not where it stands.
    const written = new RegExp(`(wikidata["']?[ \\t]*:\\s*["']?)${wikidata}(?!\\d)`);
    const match = written.exec(text.slice(entry.start, entry.end));
    if (match === null) continue;
    const start = entry.start + match.index + (match[1] ?? '').length;
    const target = { url: `https://www.wikidata.org/wiki/${wikidata}` };
    links.push({ start, end: start + wikidata.length, target, tooltip: `${name} in Wikidata` });
  }
  return links;
}

/** A value's place without its quotes. */
function inside(text: string, { start, end }: Located): TextRange {
  const isQuoted = /^["']/.test(text.slice(start, end));
  return isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
}
