/** XML as text: elements with their attributes and what is in them, escaped once, where it is written. */

/** Text as XML can hold it: characters that it can't are U+FFFD. */
export function xmlText(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Cs}]/gu, '\uFFFD')
    .replace(/[&<>\r]/g, (sign) => ESCAPES[sign] as string);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\r': '&#13;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
};

/** The same for the value of an attribute, where line ends and tabs would become spaces. */
export function xmlValue(text: string): string {
  return xmlText(text).replace(/["\t\n]/g, (sign) => ESCAPES[sign] as string);
}

export type XmlAttributes = Readonly<Record<string, string | number | null | undefined>>;

/** ` name="value"` for each attribute that has a value. */
export function xmlAttributes(attributes: XmlAttributes): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => {
      return ` ${name}="${xmlValue(String(value))}"`;
    })
    .join('');
}

/** An element. @param content XML, or null for an empty element */
export function element(name: string, attributes: XmlAttributes, content: string | null = null): string {
  const start = `<${name}${xmlAttributes(attributes)}`;
  return content === null ? `${start}/>` : `${start}>${content}</${name}>`;
}

/** An element with others in it, each on a line of its own; nothing where there are none. */
export function parent(name: string, attributes: XmlAttributes, children: readonly string[]): string {
  if (children.length === 0) return '';
  return element(name, attributes, `\n${children.join('\n')}\n`);
}
