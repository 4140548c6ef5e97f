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
li { margin: .5rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; line-height: 1.4; }
th, td { text-align: start; vertical-align: top; padding: .5rem .9rem .5rem 0; border-bottom: 1px solid $hair; }
th { font-weight: 600; }
.table { overflow-x: auto; }
`;

/** A page with a heading, a picture (or none) and its content in words. */
export function toPage(
  { title, summary, note }: Pick<Drawing, 'title' | 'summary' | 'note'>,
  drawing: Drawing | null,
  content: Markup,
): string {
  const style = styleOf(drawing !== null);
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
  const figure =
    drawing === null ? [] : [element('div', { class: 'figure' }, toSvg(drawing, { isAlone: false }))];
  const body = element(
    'body',
    {},
    element('h1', { dir: 'auto' }, text(title)),
    element('p', { class: 'summary' }, text(summary)),
    ...(note === null ? [] : [element('p', { class: 'note' }, text(note))]),
    ...figure,
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
    element(
      'tr',
      {},
      ...cells.map((cell) => element(name, name === 'th' ? { scope: 'col' } : { dir: 'auto' }, text(cell))),
    );
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
