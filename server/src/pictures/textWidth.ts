/**
 * How wide a text will be, without a font at hand: a table for common letters, East Asian wide characters, marks of
 * no width, and a generous guess for the rest. Widths are for a face a little broader than most, so that no text
 * runs out of its box; in pixels.
 */
import { eastAsianWidth } from 'get-east-asian-width';

/** Widths of U+0020 to U+007E in thousandths of the size, of a sans serif's and a text serif's wider kind. */
const ASCII = [
  300, 340, 420, 640, 600, 860, 740, 260, 380, 380, 480, 640, 310, 380, 310, 390, 610, 610, 610, 610, 610,
  610, 610, 610, 610, 610, 330, 330, 640, 640, 640, 520, 960, 710, 680, 690, 760, 650, 610, 740, 800, 390,
  480, 720, 610, 910, 780, 770, 630, 770, 700, 610, 650, 760, 700, 980, 700, 660, 640, 390, 390, 390, 640,
  600, 500, 550, 590, 510, 600, 540, 360, 560, 610, 310, 310, 570, 310, 900, 610, 580, 600, 590, 430, 480,
  370, 600, 540, 790, 540, 540, 500, 400, 380, 400, 640,
];

/** Letters of other scripts: Greek, Cyrillic, Hebrew, the scripts of India. */
const OTHER = 640;
/** Joined letters are narrower. */
const ARABIC = 540;
const ZERO = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]$/u;

const known = new Map<number, number>();
/** Enough for all characters of a text of any one language; more are worked out each time. */
const MOST_KNOWN = 20_000;

/** The letters of words are a serif's; those of all the rest are narrower. */
const SANS = 0.98;
const BOLD = 1.06;

export interface Face {
  /** Of the letters, in pixels. */
  readonly size: number;
  readonly isBold?: boolean;
  readonly isSerif?: boolean;
}

/** The width of a text in pixels. */
export function widthOf(text: string, { size, isBold = false, isSerif = false }: Face): number {
  let thousandths = 0;
  for (const character of text) thousandths += widthOfPoint(character.codePointAt(0) as number, character);
  return (thousandths / 1000) * size * (isBold ? BOLD : 1) * (isSerif ? 1 : SANS);
}

function widthOfPoint(point: number, character: string): number {
  if (point >= 0x20 && point < 0x7f) return ASCII[point - 0x20] as number;
  let width = known.get(point);
  if (width === undefined) {
    if (ZERO.test(character)) width = 0;
    else if (eastAsianWidth(point) === 2) width = 1020;
    else if (/\p{Script=Arabic}/u.test(character)) width = ARABIC;
    else width = /\p{Lu}/u.test(character) ? 760 : /[\u2014\u2026]/.test(character) ? 1000 : OTHER;
    if (known.size < MOST_KNOWN) known.set(point, width);
  }
  return width;
}
