/** The mistakes in a document's marks, one a line: `line:column code "what stands there"`. */
import type { SourceDocument } from '../../server/src/syntax/document.ts';
import { quoted } from './visible.ts';

/** In order of place. Lines and columns are from 1; the other brace of a stray pair is named at the end. */
export function printProblems(document: SourceDocument): string {
  const lines = document.blocks.flatMap((block, index) => {
    const place = (offset: number) => lineAndColumn(document.text, document.startOf(index) + offset);
    return [...block.tree.problems]
      .sort((a, b) => a.start - b.start)
      .map(({ code, start, end, partner }) => {
        const pair = partner < 0 ? '' : ` with ${place(partner)}`;
        return `${place(start)} ${code} ${quoted(block.text.slice(start, end))}${pair}`;
      });
  });
  return lines.join('\n');
}

function lineAndColumn(text: string, offset: number): string {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  return `${lines.length}:${(lines.at(-1) as string).length + 1}`;
}
