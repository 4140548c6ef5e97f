import type { Draft, Rule } from './rule.ts';

const LINE = /^(<{7}|>{7}|={7})(?= |\r?$)[^\r\n]*/gm;

export const conflictMarker: Rule = {
  name: 'conflict-marker',
  group: 'Syntax',
  severity: 'error',
  summary: 'A line that Git left where two versions conflict.',
  mends: [],
  readsPlainText: true,
  *checkBlock({ block }) {
    yield* markersIn(block.text);
  },
  *checkDocument({ document }) {
    yield* markersIn(document.source.preamble.text);
  },
};

/** The middle line counts only beside one of the others: alone, it is the line under a title. */
function* markersIn(text: string): Generator<Draft> {
  if (!text.includes('<<<<<<<') && !text.includes('>>>>>>>')) return;
  const lines = [...text.matchAll(LINE)];
  if (lines.every((line) => line[1]?.startsWith('='))) return;
  for (const { 0: line, index } of lines) {
    yield {
      start: index,
      end: index + line.length,
      message:
        'Git left this line where two versions conflict, and now both stand in the text. Keep one of them, and delete the three lines.',
    };
  }
}
