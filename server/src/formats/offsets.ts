/**
 * Offsets as exports give them: code points into the published text with LF line ends and without byte order
 * mark. The published text itself counts UTF-16 units and keeps its line ends.
 */

export interface ExportText {
  readonly text: string;
  /** The code point offset of a UTF-16 offset into the published text. */
  readonly codePointAt: (offset: number) => number;
}

/** Normalizes a published text, keeping the way back from its offsets. */
export function exportText(published: string): ExportText {
  const skip = published.startsWith('\uFEFF') ? 1 : 0;
  const text = published.slice(skip).replace(/\r\n?/g, '\n');
  // Where nothing is longer than one unit, offsets only shift.
  if (!/[\uD800-\uDFFF\r]/.test(published))
    return { text, codePointAt: (offset) => Math.max(0, offset - skip) };
  const codePoints = new Uint32Array(published.length + 1);
  let count = 0;
  for (let i = skip; i < published.length; i++) {
    codePoints[i] = count;
    const isCarriageOfCrLf = published[i] === '\r' && published[i + 1] === '\n';
    if (!isCarriageOfCrLf && !isHighOfPair(published, i)) count++;
  }
  codePoints[published.length] = count;
  return { text, codePointAt: (offset) => codePoints[Math.min(offset, published.length)] as number };
}

function isHighOfPair(text: string, index: number): boolean {
  const high = text.charCodeAt(index);
  const low = text.charCodeAt(index + 1);
  return high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 && low < 0xe000;
}
