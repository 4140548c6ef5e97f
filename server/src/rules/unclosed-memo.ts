import { replacing } from './edits.ts';
import { syntaxRule } from './syntaxRule.ts';

export const unclosedMemo = syntaxRule({
  name: 'unclosed-memo',
  summary: 'A memo has no <<} before its paragraph ends.',
  mends: ['suggestion'],
  report(_problem, { block }) {
    const end = block.contentLength;
    const closing = /\s$/.test(block.text.slice(0, end)) ? '<<}' : ' <<}';
    return {
      message:
        'This memo is never closed, so the rest of its paragraph is no part of the text. Put <<} after its last word.',
      fixes: [replacing('Close it at the end of the paragraph', 'suggestion', { start: end, end }, closing)],
    };
  },
});
