/**
 * Pictures as they come from the server, put into the page piece by piece: only elements and attributes of a list are
 * made, so that nothing in a picture could run, even if it were not escaped as it is. What is there already stays.
 */

export const SVG = 'http://www.w3.org/2000/svg';

const ELEMENTS: ReadonlySet<string> = new Set([
  ...['svg', 'g', 'defs', 'marker', 'title', 'desc', 'text', 'tspan'],
  ...['path', 'rect', 'circle', 'ellipse', 'line', 'polygon', 'polyline'],
]);

const ATTRIBUTES: ReadonlySet<string> = new Set([
  ...['class', 'id', 'role', 'data-key', 'data-to', 'transform', 'direction', 'lang'],
  ...[
    'x',
    'y',
    'x1',
    'y1',
    'x2',
    'y2',
    'dx',
    'dy',
    'cx',
    'cy',
    'r',
    'rx',
    'ry',
    'd',
    'points',
    'width',
    'height',
  ],
  ...['viewBox', 'preserveAspectRatio', 'text-anchor', 'dominant-baseline', 'stroke-width', 'opacity'],
  ...['marker-start', 'marker-end', 'refX', 'refY', 'markerWidth', 'markerHeight', 'markerUnits', 'orient'],
  ...['aria-label', 'aria-hidden', 'aria-description', 'aria-roledescription'],
]);

/** The only values that may point anywhere: to a marker of the same picture. */
const REFERENCE = /^url\(#[\w-]+\)$/;
const REFERRING: ReadonlySet<string> = new Set(['marker-start', 'marker-end']);

export type Keyed = ReadonlyMap<string, Element>;

const NONE = { before: 0, after: 0 };

/** The things in a picture that have keys. */
export function keyedIn(picture: Element): Map<string, Element> {
  return new Map(Array.from(picture.querySelectorAll('[data-key]'), (thing) => [keyOf(thing), thing]));
}

/** A picture read, but not in the page; undefined if it is none. */
export function readPicture(text: string): Element | undefined {
  const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml');
  return documentElement.localName === 'svg' ? documentElement : undefined;
}

/** An empty picture for `patch` to fill. */
export function emptyPicture(): SVGSVGElement {
  return document.createElementNS(SVG, 'svg');
}

/**
 * Makes an element in the page like one that was read. Children with a `data-key` keep their elements, and with these
 * the focus; others are changed where they stand. Attributes that are not in the list are the page's own, and stay.
 *
 * @param former The things of what was read before, which the element in the page is like.
 * @param kept So many children are as they should be, and not among the wanted ones.
 */
export function patch(
  live: Element,
  wanted: Element,
  former: Keyed = new Map(),
  kept: { readonly before: number; readonly after: number } = NONE,
): void {
  patchAttributes(live, wanted);
  const stop = kept.after === 0 ? null : (live.childNodes[live.childNodes.length - kept.after] ?? null);
  /** What comes next of those that may change. */
  const from = (node: ChildNode | null): ChildNode | null => (node === stop ? null : node);
  const keyed = new Map<string, Element>();
  for (const child of live.children) if (child.hasAttribute('data-key')) keyed.set(keyOf(child), child);
  const wantedKeys = new Set(Array.from(wanted.children, (child) => child.getAttribute('data-key')));
  let next = from(live.childNodes[kept.before] ?? null);
  for (const child of wanted.childNodes) {
    // What is gone goes first, so that what stays does not have to move.
    while (next instanceof Element && isGone(next, wantedKeys)) next = from(removed(next));
    if (child.nodeType === Node.TEXT_NODE) next = from(patchText(live, next, stop, child.nodeValue ?? ''));
    else if (child instanceof Element && ELEMENTS.has(child.localName)) {
      const element = elementFor(child, next, keyed);
      if (element === next) next = from(element.nextSibling);
      else live.insertBefore(element, next ?? stop);
      const isKept = keyed.get(keyOf(child)) === element;
      // Most things stay as they are, and comparing is quicker than going through them.
      if (!isKept || !former.get(keyOf(child))?.isEqualNode(child)) patch(element, child, former);
    }
  }
  while (next) next = from(removed(next));
}

/** Nothing has the empty key. */
function keyOf(element: Element): string {
  return element.getAttribute('data-key') ?? '';
}

function elementFor(wanted: Element, next: ChildNode | null, keyed: ReadonlyMap<string, Element>): Element {
  const key = wanted.getAttribute('data-key');
  const kept = key === null ? next : keyed.get(key);
  const isKept =
    kept instanceof Element && kept.localName === wanted.localName && kept.getAttribute('data-key') === key;
  return isKept ? kept : document.createElementNS(SVG, wanted.localName);
}

function isGone(element: Element, wantedKeys: ReadonlySet<string | null>): boolean {
  const key = element.getAttribute('data-key');
  return key !== null && !wantedKeys.has(key);
}

function patchText(
  parent: Element,
  next: ChildNode | null,
  stop: ChildNode | null,
  text: string,
): ChildNode | null {
  if (next?.nodeType !== Node.TEXT_NODE) {
    parent.insertBefore(document.createTextNode(text), next ?? stop);
    return next;
  }
  if (next.nodeValue !== text) next.nodeValue = text;
  return next.nextSibling;
}

function patchAttributes(live: Element, wanted: Element): void {
  for (const { name, value } of [...wanted.attributes]) {
    if (!ATTRIBUTES.has(name)) continue;
    if (REFERRING.has(name) && !REFERENCE.test(value)) continue;
    if (live.getAttribute(name) !== value) live.setAttribute(name, value);
  }
  for (const { name } of [...live.attributes]) {
    if (ATTRIBUTES.has(name) && !wanted.hasAttribute(name)) live.removeAttribute(name);
  }
}

function removed(node: ChildNode): ChildNode | null {
  const next = node.nextSibling;
  node.remove();
  return next;
}
