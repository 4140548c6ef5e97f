/** A statement as a card: who, to whom, the words, the topic, and where it leads to. */

import type { ArgumentNode, Stub } from './argumentGraph.ts';
import { button, line } from './drawing.ts';
import type { Memory } from './memory.ts';
import type { Named, Subject } from './scope.ts';
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

/** Where a card's lines begin and end, as they are read, and the line that is being written. */
interface Line {
  readonly near: number;
  readonly far: number;
  readonly isRtl: boolean;
  y: number;
}

function makeCard(node: ArgumentNode): Card {
  const { subject, stubs } = node;
  const isRtl = isRightToLeft(subject.words);
  const near = isRtl ? CARD_WIDTH - PAD : PAD;
  const at: Line = { near, far: CARD_WIDTH - near, isRtl, y: 25 };
  const parts = [...drawTop(subject, at), drawWords(subject.words, at), ...drawFoot(subject, at)];
  if (stubs.length > 0) parts.push(...drawStubs(stubs, at));
  const height = Math.round(at.y + 16);
  return { height, content: join([outline(subject.kind, height, isRtl), ...parts]), label: labelOf(node) };
}

/** Who says it, of what kind it is, to whom it goes, and when. */
function drawTop(subject: Subject, at: Line): Markup[] {
  const { near, far, isRtl } = at;
  const { strength, type } = subject.meaning;
  const caption = strength ?? (subject.kind === 'demand' ? 'demand' : (type ?? 'claim'));
  const who = fit(namesOf(subject.by), INNER - widthOf(caption, SMALL) - 10, WHO);
  const parts = [
    line('who', who, { x: near, y: at.y, isRtl }),
    line('caption', fit(caption, INNER / 2, SMALL), { x: far, y: at.y, isRtl, end: true }),
  ];
  if (subject.to.length === 0) return parts;
  at.y += 15;
  const date = fit(shownDate(subject), 110, SMALL);
  const room = INNER - (date === '' ? 0 : widthOf(date, SMALL) + 10);
  const to = `${isRtl ? '←' : '→'} ${namesOf(subject.to)}`;
  parts.push(line('to', fit(to, room, SMALL), { x: near, y: at.y, isRtl }));
  if (date !== '') parts.push(line('date', date, { x: far, y: at.y, isRtl, end: true }));
  return parts;
}

function drawWords(words: string, at: Line): Markup {
  at.y += 22;
  const { lines } = wrap(words || '(no words)', INNER, MOST_LINES, WORDS);
  const spans = lines.map((each, index) =>
    element('tspan', { x: at.near, dy: index === 0 ? 0 : LEADING }, text(each)),
  );
  const direction = at.isRtl ? 'rtl' : null;
  const drawn = element('text', { class: 'words', x: at.near, y: at.y, direction }, ...spans);
  at.y += (lines.length - 1) * LEADING;
  return drawn;
}

function drawStubs(stubs: readonly Stub[], at: Line): Markup[] {
  const ruleY = at.y + 13.5;
  const parts = [element('line', { class: 'hair', x1: PAD, x2: CARD_WIDTH - PAD, y1: ruleY, y2: ruleY })];
  at.y += 14;
  const isTooMany = stubs.length > MOST_STUBS;
  const shown = stubs.slice(0, isTooMany ? MOST_STUBS - 1 : MOST_STUBS);
  for (const stub of shown) {
    at.y += STUB_LEADING;
    parts.push(drawStub(stub, at));
  }
  if (isTooMany) {
    at.y += STUB_LEADING;
    const more = `and ${stubs.length - shown.length} more`;
    parts.push(line('stub', more, { x: at.near, y: at.y, isRtl: at.isRtl }));
  }
  return parts;
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

/** The topic with the position on it; the date too where no addressees have it beside them. */
function drawFoot(subject: Subject, at: Line): Markup[] {
  const { near, far, isRtl } = at;
  const { topics, meaning } = subject;
  const date = subject.to.length > 0 ? '' : fit(shownDate(subject), 100, SMALL);
  const [topic] = topics;
  if (topic === undefined && date === '') return [];
  const y = at.y + 24;
  at.y += 25;
  const parts = date === '' ? [] : [line('date', date, { x: far, y, isRtl, end: true })];
  if (topic === undefined) return parts;
  const sign = meaning.position === 'support' ? '+ ' : meaning.position === 'oppose' ? '− ' : '';
  const more = topics.length > 1 ? ` +${topics.length - 1}` : '';
  const taken = (date === '' ? 0 : widthOf(date, SMALL) + 12) + widthOf(more, SMALL) + 22;
  const name = fit(`${sign}${topic.name}`, INNER - taken, SMALL) + more;
  const width = Math.round(widthOf(name, SMALL) + 18);
  const x = isRtl ? near - width : near;
  const direction = isRightToLeft(topic.name) ? 'rtl' : null;
  const middle = { class: 'topic', x: x + width / 2, y, 'text-anchor': 'middle', direction };
  return [
    ...parts,
    element('rect', { class: 'chip', x, y: y - 12.5, width, height: 18, rx: 9 }),
    element('text', middle, text(name)),
  ];
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

function drawStub(stub: Stub, { near, y, isRtl }: Line): Markup {
  const isBack = stub.isIncoming !== isRtl;
  const words = fit(`${isBack ? '←' : '→'} ${wordsOfStub(stub)}`, INNER, SMALL);
  const direction = isRtl ? 'rtl' : null;
  return element(
    'text',
    { class: `stub ${stub.type}`, x: near, y, direction, 'data-to': stub.key },
    text(words),
  );
}

/** All that the card says, in full. */
function labelOf({ subject, stubs }: ArgumentNode): string {
  const { meaning } = subject;
  const to = subject.to.length > 0 ? ` to ${namesOf(subject.to)}` : '';
  const position = meaning.position === null ? '' : `, ${meaning.position}`;
  const topics = subject.topics.length > 0 ? ` Topic: ${namesOf(subject.topics)}${position}.` : '';
  const date = shownDate(subject);
  const kind = subject.kind === 'claim' ? 'Claim' : 'Demand';
  const id = subject.id === null ? '' : ` #${subject.id}`;
  const others = stubs.map((stub) => ` ${wordsOfStub(stub)}.`).join('');
  return `${kind}${id} by ${namesOf(subject.by)}${to}: ${subject.words}.${topics}${date && ` ${date}.`}${others}`;
}

function namesOf(named: readonly Named[]): string {
  return named.map(({ name }) => name).join(', ');
}
