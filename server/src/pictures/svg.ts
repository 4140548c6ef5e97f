/** SVG and HTML as text: the one place where elements are put together, so that all that is somebody's words is escaped. */

/** Markup that is safe to put into a page: made by `element`, `text` or `join`, never by hand. */
export type Markup = string & { readonly markup: unique symbol };

export type Attributes = Readonly<Record<string, string | number | null | undefined>>;

/** What XML has no way to write. */
const IMPOSSIBLE =
  /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Somebody's words as markup, for content and attributes alike. */
export function text(words: string): Markup {
  return words.replace(IMPOSSIBLE, '\uFFFD').replace(/[&<>"']/g, (sign) => ESCAPES[sign] as string) as Markup;
}

/** An element. Attributes without a value are left out; numbers are rounded to tenths. */
export function element(name: string, attributes: Attributes, ...content: readonly Markup[]): Markup {
  let tag = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined) continue;
    tag += ` ${key}="${typeof value === 'number' ? round(value) : text(value)}"`;
  }
  const inner = content.join('');
  return (EMPTY.has(name) ? `${tag}/>` : `${tag}>${inner}</${name}>`) as Markup;
}

/** Those that may end in their own tag: HTML doesn't let others. */
const EMPTY = new Set(['circle', 'line', 'meta', 'path', 'polygon', 'rect']);

export function join(parts: readonly Markup[]): Markup {
  return parts.join('') as Markup;
}

/** A number as SVG has it. */
export function round(value: number): string {
  return String(Math.round(value * 10) / 10 || 0);
}
