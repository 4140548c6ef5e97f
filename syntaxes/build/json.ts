/** JSON as Biome formats it, so that what is generated passes the same check as what is written by hand. */

const LINE_WIDTH = 110;

/**
 * A value as JSON over several lines. An array that holds no object stays on one line if it fits.
 *
 * @returns the text without a line end after it
 */
export function formatJson(value: unknown): string {
  return format(value, '', 0);
}

/** @param before how many columns of its first line are taken by what stands before the value */
function format(value: unknown, indent: string, before: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const flat = isFlat(value) ? inOneLine(value) : null;
    // One column for the comma that may follow.
    if (flat !== null && before + flat.length + 1 <= LINE_WIDTH) return flat;
    return enclose(
      '[',
      value.map((item) => inner + format(item, inner, inner.length)),
      `${indent}]`,
    );
  }
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([name, member]) => {
      const key = `${inner}${JSON.stringify(name)}: `;
      return key + format(member, inner, key.length);
    });
  return members.length === 0 ? '{}' : enclose('{', members, `${indent}}`);
}

function enclose(open: string, items: readonly string[], close: string): string {
  return `${open}\n${items.join(',\n')}\n${close}`;
}

function isFlat(value: readonly unknown[]): boolean {
  return value.every((item) =>
    Array.isArray(item) ? isFlat(item) : typeof item !== 'object' || item === null,
  );
}

function inOneLine(value: readonly unknown[]): string {
  return `[${value.map((item) => (Array.isArray(item) ? inOneLine(item) : JSON.stringify(item))).join(', ')}]`;
}
