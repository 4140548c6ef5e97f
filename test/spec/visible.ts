/**
 * White space that can be seen: in the examples of the specification `→` is a tab, `␍` a carriage return, `␣` a
 * space and `‹U+200E›` any other character that does not show. A line end of the example itself is a line feed.
 */

/** Characters that do not show, or not as what they are; ordinary spaces and line feeds are not among them. */
const INVISIBLE =
  /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\xA0\xAD\u061C\u2000-\u200F\u2028-\u202F\u2066-\u2069\u3000\uFEFF\uD800-\uDFFF]/gu;

/** The text that an example stands for. */
export function fromVisible(example: string): string {
  return example
    .replaceAll('→', '\t')
    .replaceAll('␍', '\r')
    .replaceAll('␣', ' ')
    .replace(/‹U\+([0-9A-F]{4,6})›/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
}

function showInvisible(text: string): string {
  return text
    .replaceAll('\t', '→')
    .replaceAll('\r', '␍')
    .replace(INVISIBLE, (sign) => `‹U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}›`);
}

/** A text as an example shows it: spaces are marked where a reader would miss them. */
export function toVisible(text: string): string {
  return showInvisible(text).replace(/^ +| +$| {2,}/gm, (spaces) => '␣'.repeat(spaces.length));
}

/** A text as a quoted string on one line: `⏎` is a line feed. */
export function quoted(text: string): string {
  return `"${showInvisible(text).replaceAll('\n', '⏎')}"`;
}
