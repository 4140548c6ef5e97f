/** A picture that is drawn: what the view, the command line and saved files all start from. */
import type { Statement } from '../model/document.ts';
import { fileStyle } from './style.ts';
import { element, type Markup, round, text } from './svg.ts';

export interface Drawing {
  readonly title: string;
  /** What it shows, in a line. */
  readonly summary: string;
  readonly width: number;
  readonly height: number;
  readonly body: Markup;
  /** What the things in it that can be chosen stand for, by their keys. */
  readonly items: readonly DrawnItem[];
  /** What it could not show, in words, or null. */
  readonly note: string | null;
}

export interface DrawnItem {
  readonly key: string;
  readonly statements: readonly Statement[];
}

/** Where the element is going: into a page that has the style sheet, or into a file of its own. */
export type Setting =
  | { readonly isAlone: false }
  | { readonly isAlone: true; readonly theme: 'light' | 'dark' };

/** The `<svg>` element. A file of its own has its style sheet and its ground in it. */
export function toSvg(drawing: Drawing, setting: Setting): Markup {
  const { title, summary, width, height } = drawing;
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    class: 'picture',
    viewBox: `0 0 ${round(width)} ${round(height)}`,
    width,
    height,
    role: 'group',
    'aria-label': `${title}. ${summary}`,
  };
  if (!setting.isAlone) return element('svg', attributes, drawing.body);
  return element(
    'svg',
    attributes,
    element('title', {}, text(title)),
    element('style', {}, text(fileStyle(setting.theme))),
    element('rect', { class: 'ground', x: 0, y: 0, width, height }),
    drawing.body,
  );
}

/** Something to choose. The first of a picture takes the focus, the others by the arrow keys. */
export function button(
  key: string,
  kind: string,
  label: string,
  isFirst: boolean,
  ...content: readonly Markup[]
): Markup {
  const attributes = {
    class: `thing ${kind}`,
    role: 'button',
    tabindex: isFirst ? 0 : -1,
    'data-key': key,
    'aria-label': label,
  };
  return element('g', attributes, element('title', {}, text(label)), ...content);
}

/** A line of text. @param end whether `x` is where it ends, not where it starts, as it is read */
export function line(
  kind: string,
  words: string,
  { x, y, isRtl = false, end = false }: { x: number; y: number; isRtl?: boolean; end?: boolean },
): Markup {
  const attributes = {
    class: kind,
    x,
    y,
    direction: isRtl ? 'rtl' : null,
    'text-anchor': end ? 'end' : null,
  };
  return element('text', attributes, text(words));
}
