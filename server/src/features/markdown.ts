/** Markdown for hovers, from texts that somebody else wrote: nothing in them is markup. */

/** A link to an offset of a file; empty where links are of no use. */
export type Linker = (location: string, offset: number) => string;

/** Text as Markdown text: shown as it stands, running nothing. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~&]/g, '\\$&').replace(/\s+/g, ' ');
}

/** Text as inline code. */
export function code(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  return `${fence}${text.replace(/\s+/g, ' ')}${fence}`;
}

/** Words as a quotation. */
export function quotation(text: string): string {
  return `> ${escapeMarkdown(text)}`;
}

export function link(text: string, target: string): string {
  return target === '' ? text : `[${text}](${target})`;
}

/** Our Markdown as text for readers that show it as it is: words without marks, links without targets. */
export function plainText(markdown: string): string {
  return markdown.replace(
    /\\([!-/:-@[-`{-~])|(`{1,2})([^`]|[^`][^]*?[^`])\2(?!`)|\[((?:\\.|[^\]\\])*)\]\((?:[^()]|\([^()]*\))*\)|\*\*/g,
    (_, escaped?: string, _fence?: string, code?: string, label?: string) =>
      escaped ?? code ?? (label === undefined ? '' : plainText(label)),
  );
}
