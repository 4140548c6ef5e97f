import type { Rule } from './rule.ts';

export const headingSkipsLevel: Rule = {
  name: 'heading-skips-level',
  group: 'Coverage',
  severity: 'hint',
  summary: 'A heading is more than one level below the one before it.',
  mends: [],
  *checkDocument({ document }) {
    let before = 0;
    const { blocks } = document.source;
    for (let index = 0; index < blocks.length; index++) {
      const { level = 0, contentLength = 0 } = blocks[index] ?? {};
      if (level === 0) continue;
      if (before > 0 && level > before + 1) {
        const start = document.source.startOf(index);
        yield {
          start,
          end: start + contentLength,
          message: `This heading is of level ${level}, but the one before it of level ${before}, so the outline has a gap. Look for a heading that was lost between them.`,
        };
      }
      before = level;
    }
  },
};
