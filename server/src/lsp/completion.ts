/** Completion. What an entry means is worked out for the one that is looked at. */
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  InsertTextFormat,
  type Range,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { completionsAt } from '../features/completion.ts';
import { completionDetails } from '../features/completionDetails.ts';
import type { CompletionEntry } from '../features/completionEntry.ts';
import { contentOf } from './content.ts';
import { itemKind } from './kinds.ts';
import { SUGGEST } from './requests/index.ts';
import type { Session } from './session.ts';

export const COMPLETION_CAPABILITIES: ServerCapabilities = {
  completionProvider: {
    triggerCharacters: ['{', '@', '#', '=', ',', ' ', '+', '/'],
    resolveProvider: true,
  },
};

const KINDS = {
  tag: CompletionItemKind.Keyword,
  attribute: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  actor: CompletionItemKind.Variable,
  statement: CompletionItemKind.Reference,
  topic: CompletionItemKind.Folder,
  rule: CompletionItemKind.Constant,
} as const;

/** Answers requests for completion. */
export function serveCompletion(session: Session): void {
  const { connection, workspace } = session;
  connection.onCompletion((params) => complete(session, params));
  connection.onCompletionResolve((item) => {
    const { location, kind, id } = (item.data ?? {}) as Partial<Record<string, unknown>>;
    const document = typeof location === 'string' ? workspace.document(location) : null;
    if (document === null || typeof kind !== 'string' || typeof id !== 'string') return item;
    const value = completionDetails(workspace, document, kind, id, session.link);
    if (value === '') return item;
    const able = session.capabilities.textDocument?.completion?.completionItem;
    const documentation = contentOf(value, able?.documentationFormat, able !== undefined);
    return { ...item, documentation };
  });
}

function complete(session: Session, { textDocument, position }: CompletionParams): CompletionList {
  const document = session.document(textDocument.uri);
  const { texts, workspace, capabilities } = session;
  const found = document && completionsAt(workspace, document, texts.offsetAt(document.location, position));
  if (!document || !found) return { isIncomplete: false, items: [] };
  const range = texts.rangeAt(document.location, found.start, found.end);
  const able = capabilities.textDocument?.completion?.completionItem;
  const shown = { snippets: able?.snippetSupport === true, labelDetails: able?.labelDetailsSupport === true };
  return {
    isIncomplete: found.isIncomplete,
    items: found.entries.map((entry) => {
      const item = toItem(entry, document.location, range, shown);
      // After `name=` the values are what comes next.
      const kind = itemKind(KINDS[entry.kind], capabilities.textDocument?.completion?.completionItemKind);
      const isFollowed = entry.kind === 'attribute' && session.clientCommands.has(SUGGEST);
      return isFollowed
        ? { ...item, kind, command: { title: 'Suggest', command: SUGGEST } }
        : { ...item, kind };
    }),
  };
}

/** What the client can show. */
interface Shown {
  readonly snippets: boolean;
  /** Words in each row. Elsewhere `detail` is seen, of the row that is chosen at most. */
  readonly labelDetails: boolean;
}

function toItem(
  entry: CompletionEntry,
  location: string,
  range: Range,
  { snippets, labelDetails }: Shown,
): CompletionItem {
  const { label, kind, id, detail, filterText, sortText, insertText } = entry;
  const isSnippet = entry.snippet && snippets;
  return {
    label,
    ...(labelDetails && detail !== '' ? { labelDetails: { description: detail } } : { detail }),
    filterText,
    sortText,
    textEdit: { range, newText: entry.snippet && !snippets ? withoutTabStops(insertText) : insertText },
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    data: { location, kind, id },
  };
}

function withoutTabStops(snippet: string): string {
  return snippet.replace(/\$\{\d+:([^}]*)\}|\$\d+/g, '$1');
}
