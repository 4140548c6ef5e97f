/** Breaks texts into lines that fit, in any script, and cuts what is too long. */
import { type Face, widthOf } from './textWidth.ts';

export interface Wrapped {
  readonly lines: readonly string[];
  /** Whether words were left out; the last line then ends in an ellipsis. */
  readonly isCut: boolean;
}

/** Of a long text no more than this is looked at for each line that is wanted, UTF-16 units. */
const PER_LINE = 160;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const words = new Intl.Segmenter('en', { granularity: 'word' });
const PLAIN = /^[\x20-\x7E\u00A0-\u024F\u2010-\u2026]*$/;
/** No line starts with these, or ends with those. */
const CLOSES =
  /^[\p{Pe}\p{Pf}!?,.:;%\u2019\u201D\u2026\u3001\u3002\uFF0C\uFF0E\uFF1A\uFF1B\uFF01\uFF1F\uFF05\u30FB\u30FC\u3005\u060C\u061B\u061F]/u;
const OPENS = /[\p{Ps}\p{Pi}\u201C\u2018]$/u;
const SPACE = /^\s+$/;

/** At most so many lines of at most so many pixels. */
export function wrap(text: string, width: number, most: number, face: Face): Wrapped {
  const looked = text.slice(0, most * PER_LINE);
  const lines: string[] = [];
  let line = '';
  const rest = piecesOf(looked).flatMap((piece) => fitting(piece, width, face));
  for (const piece of rest) {
    const fits = widthOf((line + piece).trimEnd(), face) <= width;
    if (line === '' || fits) {
      line += line === '' ? piece.trimStart() : piece;
      continue;
    }
    if (lines.length === most - 1) return { lines: [...lines, cut(line + piece, width, face)], isCut: true };
    lines.push(line.trimEnd());
    line = piece.trimStart();
  }
  const isCut = looked.length < text.length;
  if (isCut) line = cut(line, width, face);
  if (line.trim() !== '') lines.push(line.trimEnd());
  return { lines, isCut };
}

/** A text on one line, cut with an ellipsis where it is too wide. */
export function fit(text: string, width: number, face: Face): string {
  const looked = text.slice(0, PER_LINE);
  const flat = looked.replace(/\s+/g, ' ').trim();
  return looked.length === text.length && widthOf(flat, face) <= width ? flat : cut(flat, width, face);
}

/** Whether a text is read from right to left: by its first letter. */
export function isRightToLeft(text: string): boolean {
  const first = /\p{L}/u.exec(text.slice(0, 400))?.[0];
  return (
    first !== undefined &&
    /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(first)
  );
}

/** What may stand on a line by itself: a word with its spaces and signs; in scripts without spaces, a word. */
function piecesOf(text: string): string[] {
  if (PLAIN.test(text)) return text.match(/\S+\s*|^\s+/g) ?? [];
  const pieces: string[] = [];
  for (const { segment } of words.segment(text)) {
    const last = pieces.at(-1);
    const isGlued =
      last !== undefined &&
      (SPACE.test(segment) ||
        CLOSES.test(segment) ||
        OPENS.test(last) ||
        (!isIdeographic(last) && !isIdeographic(segment) && !/\s$/.test(last)));
    if (isGlued) pieces[pieces.length - 1] = last + segment;
    else pieces.push(segment);
  }
  return pieces;
}

/** Scripts that put no spaces between words. */
function isIdeographic(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(
    text,
  );
}

/** A piece, or where it is wider than a line, pieces that are not. */
function fitting(piece: string, width: number, face: Face): string[] {
  if (widthOf(piece.trimEnd(), face) <= width) return [piece];
  const parts: string[] = [];
  let part = '';
  for (const { segment } of graphemes.segment(piece)) {
    if (part !== '' && widthOf(part + segment, face) > width) {
      parts.push(part);
      part = '';
    }
    part += segment;
  }
  return part === '' ? parts : [...parts, part];
}

/** As much of a text as fits with an ellipsis after it, by whole characters. */
function cut(text: string, width: number, face: Face): string {
  let kept = '';
  let used = widthOf('…', face);
  for (const { segment } of graphemes.segment(text)) {
    used += widthOf(segment, face);
    if (used > width) break;
    kept += segment;
  }
  return `${kept.replace(/[\s…,;:]+$/u, '')}…`;
}
