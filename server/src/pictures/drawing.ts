/** A picture that is drawn: what the view, the command line and saved files all start from. */
import type { Statement } from '../model/document.ts';
import { element, join, type Markup, round, text } from './svg.ts';

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

/** The `<svg>` element. @param before what goes into it first: a style sheet, a ground */
export function toSvg(drawing: Drawing, before: Markup = join([])): Markup {
  const { width, height } = drawing;
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'picture',
      viewBox: `0 0 ${round(width)} ${round(height)}`,
      width,
      height,
      role: 'group',
      'aria-label': `${drawing.title}. ${drawing.summary}`,
    },
    before,
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
