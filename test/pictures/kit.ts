/** Pictures in tests: made of marked-up texts, read again by an XML parser that others wrote. */
import sax from 'sax';
import type { DocumentModel } from '../../server/src/model/document.ts';
import type { Workspace } from '../../server/src/model/workspace.ts';
import { argumentGraph } from '../../server/src/pictures/argumentGraph.ts';
import { toSvg } from '../../server/src/pictures/drawing.ts';
import { ledgerOf } from '../../server/src/pictures/ledger.ts';
import { Memory } from '../../server/src/pictures/memory.ts';
import { networkGraph } from '../../server/src/pictures/networkGraph.ts';
import { type FileOptions, makeFile, makePicture } from '../../server/src/pictures/picture.ts';
import { type Filter, NO_FILTER, readScope } from '../../server/src/pictures/scope.ts';
import { openWorkspace } from '../kit/workspace.ts';

/** Work to its end. */
export function finish<T>(work: Iterator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

type Files = Parameters<typeof openWorkspace>[1];

export function scopeOf(text: string, filter: Partial<Filter> = {}, files: Files = {}) {
  const { workspace, document } = openWorkspace(text, files);
  return finish(readScope(workspace, [document], { ...NO_FILTER, ...filter }));
}

export function argumentOf(text: string, filter: Partial<Filter> = {}, files: Files = {}) {
  return finish(argumentGraph(scopeOf(text, filter, files)));
}

export function networkOf(text: string, filter: Partial<Filter> = {}, files: Files = {}) {
  return finish(networkGraph(scopeOf(text, filter, files)));
}

export function rowsIn(text: string, filter: Partial<Filter> = {}, files: Files = {}) {
  return finish(ledgerOf(scopeOf(text, filter, files)));
}

export function picture(
  workspace: Workspace,
  documents: readonly DocumentModel[],
  kind: 'argument' | 'network' = 'argument',
  memory = new Memory(),
) {
  return finish(makePicture(workspace, documents, kind, NO_FILTER, memory));
}

export function svgOf(text: string, kind: 'argument' | 'network' = 'argument', files: Files = {}): string {
  const { workspace, document } = openWorkspace(text, files);
  return toSvg(picture(workspace, [document], kind).drawing, { isAlone: false });
}

export function fileOf(text: string, options: Partial<FileOptions> = {}, files: Files = {}) {
  const { workspace, document } = openWorkspace(text, files);
  const all: FileOptions = { kind: 'argument', format: 'svg', filter: NO_FILTER, theme: 'light', ...options };
  return finish(makeFile(workspace, [document], all, new Memory()));
}

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/** Reads XML strictly. @throws if it is not well-formed */
export function parseXml(xml: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = sax.parser(true);
  parser.onerror = (error) => {
    throw error;
  };
  parser.onopentag = ({ name, attributes }) => {
    const element = { name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  };
  parser.onclosetag = () => void open.pop();
  parser.ontext = (text) => {
    for (const element of open) element.text += text;
  };
  parser.write(xml).close();
  return root.children[0] as XmlElement;
}

/** All elements of a tree, in order. */
export function* elementsOf(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* elementsOf(child);
}

export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where the cards of an argument map stand. */
export function framesOf(svg: string): Frame[] {
  return [...elementsOf(parseXml(svg))]
    .filter((element) => element.attributes.role === 'button')
    .map((thing) => {
      const group = thing.children.find(({ name }) => name === 'g') as XmlElement;
      const [x, y] = (group.attributes.transform ?? '').match(/-?\d+/g)?.map(Number) as [number, number];
      const card = group.children[0] as XmlElement;
      const height = Number(card.attributes.height ?? /V([\d.]+)/.exec(card.attributes.d ?? '')?.[1]);
      return { left: x, top: y, right: x + 256, bottom: y + height };
    });
}

/** A text of so many statements in sections of fifteen, most of them related to one shortly before. */
export function generatedText(count: number, actors = 12): string {
  let state = 1;
  const upTo = (limit: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) % limit;
  };
  const words =
    'the long room of the customs house had not been heated before the delegates of both sides came ';
  const parts = ['---\ntitle: A long winter\nauthor: Mara Quist\ndate: 2024-05-01\n---\n'];
  for (let index = 0; index < count; index++) {
    const place = index % 15;
    if (place === 0) parts.push(`## Part ${index / 15 + 1}`);
    const kind = index % 4 === 1 ? 'demand' : 'claim';
    const to = kind === 'demand' ? ` to=@a${upTo(actors)}` : '';
    const target = index - 1 - upTo(Math.max(1, Math.min(place, 5)));
    const relation =
      place > 0 && upTo(3) > 0 ? ` ${['supports', 'rebuts', 'rephrases'][upTo(3)]}=#s${target}` : '';
    const topic = ` topic=t${upTo(9)} position=${upTo(2) === 0 ? 'support' : 'oppose'}`;
    const said = words.slice(upTo(20), 30 + upTo(60));
    parts.push(
      `In short, {${kind} #s${index} by=@a${upTo(actors)}${to}${topic}${relation}: ${said}}, they said.`,
    );
  }
  return `${parts.join('\n\n')}\n`;
}
