/** What is read in hovers and beside completions: Markdown for clients that show it, else plain text. */
import { type MarkupContent, MarkupKind } from 'vscode-languageserver';
import { plainText } from '../features/markdown.ts';

/**
 * @param formats those that the client names; none named is Markdown, as clients took it before they could say
 * @param isDeclared whether the client says anything of the feature at all: of one that does not, nothing is known
 */
export function contentOf(
  markdown: string,
  formats: readonly MarkupKind[] | undefined,
  isDeclared: boolean,
): MarkupContent {
  const isShown = formats ? formats.includes(MarkupKind.Markdown) : isDeclared;
  return isShown
    ? { kind: MarkupKind.Markdown, value: markdown }
    : { kind: MarkupKind.PlainText, value: plainText(markdown) };
}
