/** XML as a tree. Nothing outside is asked for, and no entity but those of XML itself is known. */
import { DOMParser, type Element } from '@xmldom/xmldom';
import { ImportError } from './import/imported.ts';

export interface XmlElement {
  /** Without prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text in it, that of its children left out. */
  readonly text: string;
}

const DEEPEST = 200;

/** @throws ImportError with line and column of what is no XML */
export function readXml(xml: string): XmlElement {
  const parser = new DOMParser({
    onError: (level, message) => {
      if (level !== 'warning') throw new ImportError(`is no sound XML: ${message}`);
    },
  });
  try {
    const root = parser.parseFromString(xml.replace(/^\uFEFF/, ''), 'text/xml').documentElement;
    if (root === null) throw new ImportError('is no sound XML: it is empty');
    return elementFrom(root, 1);
  } catch (error) {
    // The parser’s own errors come wrapped, or bare where it gives up.
    if (error instanceof ImportError) throw error;
    throw new ImportError(`is no sound XML: ${error instanceof Error ? error.message : error}`);
  }
}

function elementFrom(node: Element, depth: number): XmlElement {
  if (depth > DEEPEST) throw new ImportError('has elements in each other, too many to be a project');
  const children: XmlElement[] = [];
  const texts: string[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType === child.ELEMENT_NODE) children.push(elementFrom(child as Element, depth + 1));
    else if (child.nodeType === child.TEXT_NODE || child.nodeType === child.CDATA_SECTION_NODE)
      texts.push(child.nodeValue ?? '');
  }
  const attributes: Record<string, string> = Object.create(null);
  for (let i = 0; i < node.attributes.length; i++) {
    const attribute = node.attributes.item(i);
    if (attribute) attributes[attribute.localName ?? attribute.name] = attribute.value;
  }
  return { name: node.localName ?? node.nodeName, attributes, children, text: texts.join('') };
}

/** The children with a name. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The elements two levels below: those in a list. */
export function inList(element: XmlElement, list: string, name: string): readonly XmlElement[] {
  return childrenOf(childrenOf(element, list)[0], name);
}
