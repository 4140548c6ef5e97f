import { subjectOf } from './describe.ts';
import { removeMarks } from './edits.ts';
import type { Rule } from './rule.ts';
import { keepsText } from './sameText.ts';
import { emptyTags } from './sound.ts';

export const emptyTag: Rule = {
  name: 'empty-tag',
  group: 'Syntax',
  severity: 'warning',
  summary: 'A tag marks no words.',
  mends: ['suggestion'],
  *checkBlock(context) {
    for (const tag of emptyTags(context.block)) {
      if (tag.fault !== null || tag.kind === 'unknown') continue;
      yield {
        start: tag.start,
        end: tag.end,
        message: `${subjectOf(tag)} marks no words, so there is nothing to quote or count. Move its } after the words, or remove the tag.`,
        fixes: () => {
          const edits = removeMarks(tag);
          return keepsText(context, edits) ? [{ title: 'Remove the tag', kind: 'suggestion', edits }] : [];
        },
      };
    }
  },
};
