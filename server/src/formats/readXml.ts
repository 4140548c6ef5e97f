/** XML as a tree. Nothing outside is asked for, and no entity but those of XML itself is known. */
import { SaxesParser } from 'saxes';
import { ImportError } from './import/imported.ts';

export interface XmlElement {
  /** Without prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text in it, that of its children left out. */
  readonly text: string;
}

interface Growing extends XmlElement {
  readonly children: Growing[];
  text: string;
}

const DEEPEST = 200;

/** @throws ImportError with line and column of what is no XML */
export function readXml(xml: string): XmlElement {
  const root: Growing = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw new ImportError(`is no sound XML: ${error.message}`);
  });
  parser.on('opentag', ({ local, attributes }) => {
    if (open.length > DEEPEST) throw new ImportError('has elements in each other, too many to be a project');
    const values = Object.fromEntries(Object.values(attributes).map((each) => [each.local, each.value]));
    const element: Growing = { name: local, attributes: values, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  const addText = (text: string) => {
    const last = open.at(-1);
    if (last) last.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(xml.replace(/^\uFEFF/, '')).close();
  const [first] = root.children;
  if (first === undefined) throw new ImportError('is no sound XML: it is empty');
  return first;
}

/** The children with a name. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The elements two levels below: those in a list. */
export function inList(element: XmlElement, list: string, name: string): readonly XmlElement[] {
  return childrenOf(childrenOf(element, list)[0], name);
}
