/** A statement as a card: who, to whom, the words, the topic, and where it leads to. */

import type { ArgumentNode, Stub } from './argumentGraph.ts';
import { button, line } from './drawing.ts';
import type { Memory } from './memory.ts';
import type { Subject } from './scope.ts';
import { element, join, type Markup, text } from './svg.ts';
import { type Face, widthOf } from './textWidth.ts';
import { fit, isRightToLeft, wrap } from './wrapText.ts';

export const CARD_WIDTH = 256;
const PAD = 16;
const INNER = CARD_WIDTH - 2 * PAD;
const MOST_LINES = 5;
const LEADING = 18.5;
const STUB_LEADING = 16;
const MOST_STUBS = 4;
const WHO: Face = { size: 11.5, isBold: true };
const WORDS: Face = { size: 14, isSerif: true };
const SMALL: Face = { size: 10.5 };

/** A card whose texts are broken and whose height is known. */
export interface Card {
  readonly height: number;
  /** Drawn from its own upper left corner. */
  readonly content: Markup;
  readonly label: string;
}

/** The card of a statement, made anew only if what is on it has changed. */
export function cardOf(node: ArgumentNode, memory: Memory): Card {
  const { kind, id, by, to, topics, words, meaning } = node.subject;
  const { position, strength, response, type } = meaning;
  const date = shownDate(node.subject);
  const key = JSON.stringify([
    kind,
    id,
    by,
    to,
    topics,
    words,
    position,
    date,
    type,
    strength,
    response,
    node.stubs,
  ]);
  return memory.get(`card ${key}`, () => makeCard(node));
}

/** The card at its place, as something to choose. */
export function drawCard(
  card: Card,
  subject: Subject,
  place: { x: number; y: number },
  isFirst: boolean,
): Markup {
  const shift = `translate(${Math.round(place.x)} ${Math.round(place.y)})`;
  const inner = element('g', { transform: shift }, card.content);
  return button(subject.key, subject.kind, card.label, isFirst, inner);
}

function makeCard(node: ArgumentNode): Card {
  const { subject } = node;
  const isRtl = isRightToLeft(subject.words);
  const near = isRtl ? CARD_WIDTH - PAD : PAD;
  const far = CARD_WIDTH - near;
  const parts: Markup[] = [];
  const put = (kind: string, words: string, y: number) =>
    parts.push(line(kind, words, { x: near, y, isRtl }));

  let y = 25;
  const caption =
    subject.meaning.strength ?? (subject.kind === 'demand' ? 'demand' : (subject.meaning.type ?? 'claim'));
  const captionWidth = widthOf(caption, SMALL) + 10;
  const who = subject.by.map((actor) => actor.name).join(', ');
  put('who', fit(who, INNER - captionWidth, WHO), y);
  parts.push(line('caption', fit(caption, INNER / 2, SMALL), { x: far, y, isRtl, end: true }));
  const date = shownDate(subject);
  // On the line of the addressees there is room for it; without one, beside the topic.
  const dateAtTop = subject.to.length > 0 ? date : '';
  if (subject.to.length > 0) {
    y += 15;
    const arrow = isRtl ? '←' : '→';
    const room = INNER - (dateAtTop === '' ? 0 : widthOf(dateAtTop, SMALL) + 10);
    put('to', fit(`${arrow} ${subject.to.map((actor) => actor.name).join(', ')}`, room, SMALL), y);
    if (dateAtTop !== '') parts.push(line('date', fit(date, 110, SMALL), { x: far, y, isRtl, end: true }));
  }
  y += 22;
  const { lines } = wrap(subject.words || '(no words)', INNER, MOST_LINES, WORDS);
  const spans = lines.map((each, index) =>
    element('tspan', { x: near, dy: index === 0 ? 0 : LEADING }, text(each)),
  );
  parts.push(element('text', { class: 'words', x: near, y, direction: isRtl ? 'rtl' : null }, ...spans));
  y += (lines.length - 1) * LEADING;
  const foot = drawFoot(subject, dateAtTop === '' ? date : '', { near, far, y: y + 24, isRtl });
  if (foot !== null) {
    parts.push(foot);
    y += 25;
  }
  if (node.stubs.length > 0) {
    parts.push(element('line', { class: 'hair', x1: PAD, x2: CARD_WIDTH - PAD, y1: y + 13.5, y2: y + 13.5 }));
    y += 14;
    const isTooMany = node.stubs.length > MOST_STUBS;
    for (const stub of node.stubs.slice(0, isTooMany ? MOST_STUBS - 1 : MOST_STUBS)) {
      y += STUB_LEADING;
      parts.push(drawStub(stub, { x: near, y, isRtl }));
    }
    if (isTooMany) put('stub', `and ${node.stubs.length - MOST_STUBS + 1} more`, (y += STUB_LEADING));
  }
  const height = Math.round(y + 16);
  return { height, content: join([outline(subject.kind, height, isRtl), ...parts]), label: labelOf(node) };
}

/** Claims are rounded; demands have their corners cut, and a bar where they begin. */
function outline(kind: Subject['kind'], height: number, isRtl: boolean): Markup {
  if (kind === 'claim') {
    return element('rect', { class: 'card', x: 0, y: 0, width: CARD_WIDTH, height, rx: 10 });
  }
  const cut = 11;
  const right = CARD_WIDTH;
  const d = isRtl
    ? `M${right} 0H${cut}L0 ${cut}V${height - cut}L${cut} ${height}H${right}Z`
    : `M0 0H${right - cut}L${right} ${cut}V${height - cut}L${right - cut} ${height}H0Z`;
  const x = isRtl ? right - 5 : 0;
  return join([
    element('path', { class: 'card', d }),
    element('rect', { class: 'bar', x, y: 0, width: 5, height }),
  ]);
}

function drawFoot(
  { topics, meaning }: Subject,
  date: string,
  { near, far, y, isRtl }: { near: number; far: number; y: number; isRtl: boolean },
): Markup | null {
  const [topic] = topics;
  if (topic === undefined && date === '') return null;
  const parts: Markup[] = [];
  const dateWidth = date === '' ? 0 : widthOf(date, SMALL) + 12;
  if (date !== '') parts.push(line('date', fit(date, 100, SMALL), { x: far, y, isRtl, end: true }));
  if (topic !== undefined) {
    const sign = meaning.position === 'support' ? '+ ' : meaning.position === 'oppose' ? '− ' : '';
    const more = topics.length > 1 ? ` +${topics.length - 1}` : '';
    const name =
      fit(`${sign}${topic.name}`, INNER - Math.min(dateWidth, 110) - 22 - widthOf(more, SMALL), SMALL) + more;
    const width = Math.round(widthOf(name, SMALL) + 18);
    const x = isRtl ? near - width : near;
    parts.push(element('rect', { class: 'chip', x, y: y - 12.5, width, height: 18, rx: 9 }));
    const direction = isRightToLeft(topic.name) ? 'rtl' : null;
    const middle = { class: 'topic', x: x + width / 2, y, 'text-anchor': 'middle', direction };
    parts.push(element('text', middle, text(name)));
  }
  return join(parts);
}

/** A deadline, else the date, unless it is the document's own: that is in its byline. */
function shownDate({ meaning, document }: Subject): string {
  if (meaning.until !== null) return `until ${meaning.until}`;
  return meaning.date === document.model.head.date?.value ? '' : (meaning.date ?? '');
}

const VERBS = {
  supports: ['supports', 'supported'],
  rebuts: ['rebuts', 'rebutted'],
  rephrases: ['rephrases', 'rephrased'],
  answers: ['answers', 'answered'],
} as const;

/** `rebutted by Dao Semin: #vindicated – Cold comfort`, `answered (agree) by European Commission: #intends` */
export function wordsOfStub({ type, isIncoming, who, what, document, response }: Stub): string {
  const how = response === null ? '' : ` (${response})`;
  const verb = isIncoming ? `${VERBS[type][1]}${how} by` : `${VERBS[type][0]}${how}`;
  return `${verb} ${who}: ${what}${document && ` – ${document}`}`;
}

function drawStub(stub: Stub, { x, y, isRtl }: { x: number; y: number; isRtl: boolean }): Markup {
  const isBack = stub.isIncoming !== isRtl;
  const words = fit(`${isBack ? '←' : '→'} ${wordsOfStub(stub)}`, INNER, SMALL);
  return element(
    'text',
    { class: `stub ${stub.type}`, x, y, direction: isRtl ? 'rtl' : null, 'data-to': stub.key },
    text(words),
  );
}

function labelOf({ subject, stubs }: ArgumentNode): string {
  const names = (list: readonly { readonly name: string }[]) => list.map((each) => each.name).join(', ');
  const to = subject.to.length > 0 ? ` to ${names(subject.to)}` : '';
  const topics =
    subject.topics.length > 0
      ? ` Topic: ${names(subject.topics)}${subject.meaning.position ? `, ${subject.meaning.position}` : ''}.`
      : '';
  const date = shownDate(subject);
  const kind = subject.kind === 'claim' ? 'Claim' : 'Demand';
  const others = stubs.map((stub) => ` ${wordsOfStub(stub)}.`).join('');
  return `${kind}${subject.id === null ? '' : ` #${subject.id}`} by ${names(subject.by)}${to}: ${subject.words}.${topics}${date && ` ${date}.`}${others}`;
}
