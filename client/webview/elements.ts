/** Elements of the page, made without markup: what is put in is text. */

type Properties = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** An HTML element. Attributes that are false, null or undefined are left out; true is the empty one. */
export function create<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Properties = {},
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    element.setAttribute(key, value === true ? '' : String(value));
  }
  element.append(...content);
  return element;
}

/** A button that shows a sign; its name is its tooltip too. */
export function iconButton(icon: Node, name: string, run: () => void): HTMLButtonElement {
  const button = create('button', { type: 'button', class: 'icon', title: name, 'aria-label': name }, icon);
  button.addEventListener('click', run);
  return button;
}

/** Puts values in the places `{0}`, `{1}` of a text. */
export function fill(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d+)\}/g, (_, index) => String(values[Number(index)] ?? ''));
}
