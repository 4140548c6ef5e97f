/** A concordance for people: a header per file, then a line per hit, all hits below each other. */
import { cellsOf, neutralized } from './cells.ts';
import type { Paint } from './colours.ts';
import { takenFromEnd, takenFromStart } from './excerpt.ts';
import type { Sink } from './output.ts';

/** A hit with the words around it, and where its first word stands in the file: line and column from 1. */
export interface HitLine {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly before: string;
  readonly words: string;
  readonly after: string;
  readonly statement: string;
  readonly kind: string;
  readonly by: readonly string[];
}

/** How much of the width is the words' left context. */
const LEFT = 0.42;
const NARROWEST = 40;

/** @returns how many hits there were */
export async function writeConcordance(lines: Iterable<HitLine>, sink: Sink, paint: Paint): Promise<number> {
  const width = Math.max(NARROWEST, Math.min(process.stdout.columns || 100, 160));
  let path = '';
  let hits = 0;
  let files = 0;
  for (const line of lines) {
    if (line.path !== path) {
      await sink.write(`${hits > 0 ? '\n' : ''}${paint(['bold', 'underline'], neutralized(line.path))}\n`);
      path = line.path;
      files++;
    }
    hits++;
    await sink.write(`${shownLine(line, width, paint)}\n`);
  }
  const places = `${hits} ${hits === 1 ? 'place' : 'places'}`;
  await sink.write(
    hits === 0 ? 'Nothing found.\n' : `\n${places} in ${files} ${files === 1 ? 'file' : 'files'}\n`,
  );
  return hits;
}

function shownLine(line: HitLine, width: number, paint: Paint): string {
  const place = `${line.line}:${line.column}`.padEnd(8);
  const who = line.kind === '' ? '' : `${line.kind} by ${line.by.join(', ')}`;
  const whoCells = Math.min(28, Math.floor(width / 4));
  const room = width - place.length - whoCells - 2;
  const left = Math.floor(room * LEFT);
  const before = takenFromEnd(onOneLine(line.before), left, false);
  const words = takenFromStart(onOneLine(line.words), room - left, false);
  const rest = room - left - cellsOf(words);
  // Words that had to be cut have nothing after them that could be shown.
  const after = rest > 1 ? takenFromStart(onOneLine(line.after), rest, false) : '';
  const gap = ' '.repeat(Math.max(0, rest - cellsOf(after)));
  return [
    paint(['dim'], place),
    ' '.repeat(Math.max(0, left - cellsOf(before))) + before,
    paint(['bold', 'red'], words),
    after + gap,
    who === '' ? '' : `  ${paint(['dim'], takenFromStart(neutralized(who), whoCells, false))}`,
  ]
    .join('')
    .trimEnd();
}

/** Safe to show; the end of a paragraph as its sign. */
function onOneLine(text: string): string {
  return neutralized(text.replace(/\s*(?:\r\n|\n|\r)\s*[\r\n]\s*/g, ' ¶ '));
}
