/** Kinds that a client which names none may not know: the protocol had fewer at first. */
import { CompletionItemKind, SymbolKind } from 'vscode-languageserver';

/** Those that were added later, and the one that comes nearest. */
const OLDER_SYMBOLS: Readonly<Partial<Record<SymbolKind, SymbolKind>>> = {
  [SymbolKind.Event]: SymbolKind.Function,
  [SymbolKind.Null]: SymbolKind.Constant,
};

const OLDER_ITEMS: Readonly<Partial<Record<CompletionItemKind, CompletionItemKind>>> = {
  [CompletionItemKind.Folder]: CompletionItemKind.Module,
  [CompletionItemKind.EnumMember]: CompletionItemKind.Value,
  [CompletionItemKind.Constant]: CompletionItemKind.Value,
};

/** What a client says of kinds: if anything at all, it also copes with those that it does not know. */
type Named = { readonly valueSet?: readonly unknown[] } | undefined;

/** A symbol's kind as the client knows it. */
export function symbolKind(kind: SymbolKind, named: Named): SymbolKind {
  return named?.valueSet ? kind : (OLDER_SYMBOLS[kind] ?? kind);
}

/** A completion's kind as the client knows it. */
export function itemKind(kind: CompletionItemKind, named: Named): CompletionItemKind {
  return named?.valueSet ? kind : (OLDER_ITEMS[kind] ?? kind);
}
