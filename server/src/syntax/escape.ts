/** Published text, and the values of attributes, as a document writes them. */

/** Text in which every brace is the character, and no backslash turns into an escape. */
export function escapeText(text: string): string {
  return text.replace(/[{}]|\\(?=[{}\\#])/g, '\\$&');
}

/** A string as the content of a quoted value. */
export function quoteValue(text: string): string {
  return `"${text.replace(/["\\{}]/g, '\\$&')}"`;
}
