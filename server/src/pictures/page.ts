/**
 * A page that stands for itself: the picture, and under it the same in words, for those who can't see it. No script,
 * nothing from outside; its policy allows its own style sheet and nothing else.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { type Drawing, toSvg } from './drawing.ts';
import { colourOf, fileStyle, READING } from './style.ts';
import { element, join, type Markup, text } from './svg.ts';

const THEMES = ['light', 'dark'] as const;

const RULES = `
html { font: 16px/1.55 ${READING}; background: $ground; color: $ink; }
body { margin: 0 auto; padding: 2.5rem 2rem 4rem; max-width: 76rem; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 .3rem; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .6rem; }
h3 { font-size: 1rem; margin: 1.6rem 0 .4rem; }
p.summary, p.note, .quiet { color: $quiet; }
.figure { overflow-x: auto; margin: 1.5rem -1rem; }
.figure.network svg { max-width: 100%; min-width: 56rem; height: auto; }
li { margin: .5rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; line-height: 1.4; }
th, td { text-align: start; vertical-align: top; padding: .5rem .9rem .5rem 0; border-bottom: 1px solid $hair; }
th { font-weight: 600; }
.date { white-space: nowrap; }
.table { overflow-x: auto; }
`;

export interface Page {
  readonly heading: string;
  /** Of the window. */
  readonly title: string;
  readonly summary: string;
  readonly note: string | null;
  /** Null for a page of words only. */
  readonly figure: { readonly kind: string; readonly drawing: Drawing } | null;
  /** The same in words. */
  readonly content: Markup;
}

/** A page as a whole document. */
export function toPage({ heading, title, summary, note, figure, content }: Page): string {
  const style = styleOf(figure !== null);
  const policy = `default-src 'none'; style-src 'sha256-${base64(sha256(utf8ToBytes(style)))}'`;
  const head = element(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    element('meta', { name: 'viewport', content: 'width=device-width' }),
    element('title', {}, text(title)),
    element('style', {}, style as Markup),
  );
  const shown =
    figure === null
      ? []
      : [element('div', { class: `figure ${figure.kind}` }, toSvg(figure.drawing, { isAlone: false }))];
  const body = element(
    'body',
    {},
    element('h1', { dir: 'auto' }, text(heading)),
    element('p', { class: 'summary' }, text(summary)),
    ...(note === null ? [] : [element('p', { class: 'note' }, text(note))]),
    ...shown,
    content,
  );
  return `<!DOCTYPE html>\n${element('html', {}, head, body)}\n`;
}

/** Light, and dark for readers who have it so. No words of anybody's are in it. */
function styleOf(hasPicture: boolean): string {
  const [light, dark] = THEMES.map((theme) => {
    const page = RULES.replace(/\$(\w+)/g, (_, name: string) => colourOf(name, theme));
    return page + (hasPicture ? fileStyle(theme) : '');
  }) as [string, string];
  return `${light}@media (prefers-color-scheme: dark) {${dark}}\n`;
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** A list, each item some markup. */
export function list(items: readonly Markup[]): Markup {
  return element('ul', {}, ...items.map((item) => element('li', { dir: 'auto' }, item)));
}

/** A table of plain texts. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): Markup {
  const row = (name: string, cells: readonly string[]) =>
    element('tr', {}, ...cells.map((cell) => element(name, attributesOf(name, cell), text(cell))));
  return element(
    'div',
    { class: 'table' },
    element(
      'table',
      {},
      element('thead', {}, row('th', head)),
      element('tbody', {}, join(rows.map((cells) => row('td', cells)))),
    ),
  );
}

function attributesOf(name: string, cell: string) {
  if (name === 'th') return { scope: 'col' };
  return { dir: 'auto', class: /^\d{4}(-\d\d)+$/.test(cell) ? 'date' : null };
}
