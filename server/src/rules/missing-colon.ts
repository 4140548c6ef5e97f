import { subjectOf } from './describe.ts';
import { replacing } from './edits.ts';
import { syntaxRule } from './syntaxRule.ts';

export const missingColon = syntaxRule({
  name: 'missing-colon',
  summary: 'A tag has no colon between its head and the words that it marks.',
  mends: ['fix', 'suggestion'],
  report(_problem, { block, names }, tag) {
    if (tag === undefined) return null;
    const subject = subjectOf(tag);
    if (tag.end === tag.bodyEnd) {
      return {
        message: `${subject} is not finished: it has no colon and no words. Write a colon, the words and a }.`,
      };
    }
    const words = block.text.slice(tag.bodyStart, tag.bodyEnd).trim();
    const title = 'Insert the colon';
    if (words === '') {
      return {
        message: `${subject} has no colon and no words. Write a colon, then the words.`,
        fixes: [replacing(title, 'suggestion', { start: tag.head.end, end: tag.head.end }, ':')],
      };
    }
    const first = /^[^\s:={}]*/.exec(words)?.[0] ?? '';
    const isName = tag.kind !== 'mention' && (names.attribute(first) !== null || /^\S*=/.test(words));
    return {
      message: isName
        ? `${subject} has no colon after its head, and “${first}” is read as words. Write ${first || 'name'}=value without spaces, or the colon.`
        : `${subject} has no colon between its head and its words. Write one before “${shorten(words)}”.`,
      fixes: [
        replacing(title, isName ? 'suggestion' : 'fix', { start: tag.head.end, end: tag.head.end }, ':'),
      ],
    };
  },
});

function shorten(words: string): string {
  const start = words.split(/\s+/).slice(0, 3).join(' ');
  return start.length > 30 ? `${start.slice(0, 30)}…` : start;
}
