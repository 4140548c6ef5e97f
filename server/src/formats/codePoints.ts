/** From code points, which exports count, to UTF-16 units, which strings have. */

/** A function from an offset in code points to one in UTF-16 units; past the end, the end. */
export function codePointPlaces(text: string): (codePoint: number) => number {
  if (!/[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text))
    return (place) => Math.min(Math.max(place, 0), text.length);
  const units = new Uint32Array(text.length + 1);
  let count = 0;
  for (let unit = 0; unit < text.length; count++) {
    units[count] = unit;
    unit += (text.codePointAt(unit) as number) > 0xffff ? 2 : 1;
  }
  units[count] = text.length;
  return (place) => units[Math.min(Math.max(place, 0), count)] as number;
}

/** A function from an offset in UTF-16 units to one in code points; within a pair, the pair's. */
export function unitPlaces(text: string): (unit: number) => number {
  if (!/[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text))
    return (place) => Math.min(Math.max(place, 0), text.length);
  const points = new Uint32Array(text.length + 1);
  let count = 0;
  for (let unit = 0; unit < text.length; count++) {
    points[unit] = count;
    if ((text.codePointAt(unit) as number) > 0xffff) points[++unit] = count;
    unit++;
  }
  points[text.length] = count;
  return (place) => points[Math.min(Math.max(place, 0), text.length)] as number;
}
