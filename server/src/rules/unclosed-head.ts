import { replacing } from './edits.ts';
import type { Rule } from './rule.ts';

export const unclosedHead: Rule = {
  name: 'unclosed-head',
  group: 'Syntax',
  severity: 'error',
  summary: 'The head has no closing line of three hyphens.',
  mends: ['suggestion'],
  *checkDocument({ document }) {
    const { head, text } = document.source.preamble;
    if (head === null || head.closed) return;
    const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
    const closing = `${/[\r\n]$/.test(text.slice(0, head.end)) ? '' : eol}---${eol}`;
    yield {
      start: head.start,
      end: head.start + 3,
      message:
        'The head that begins here is never closed, so it ends at the first blank line. Write a line of three hyphens after its last line.',
      fixes: [replacing('Close the head', 'suggestion', { start: head.end, end: head.end }, closing)],
    };
  },
};
