import { insertMark } from './edits.ts';
import type { BlockContext, DraftFix, Rule } from './rule.ts';
import { keepsText } from './sameText.ts';
import { untaggedNames } from './untaggedNames.ts';

export const untaggedMention: Rule = {
  name: 'untagged-mention',
  group: 'Coverage',
  severity: 'hint',
  summary: 'An actor is called by name, and no tag says so: the first place in a document.',
  mends: ['suggestion'],
  readsPlainText: true,
  *checkBlock(context) {
    const { block, names } = context;
    const seen = new Set<string>();
    for (const { start, end, actors } of untaggedNames(block, names.search)) {
      const [id, other] = actors;
      // Whose name it is when two have it is for the codebook to say.
      if (id === undefined || other !== undefined || seen.has(id)) continue;
      seen.add(id);
      yield {
        start,
        end,
        oncePer: id,
        message: `This is a name of @${id}, but no tag says so, and it is missing where mentions are counted. Tag it.`,
        fixes: () => tagging(context, start, end, id),
      };
    }
  },
};

function tagging(context: BlockContext, start: number, end: number, id: string): DraftFix[] {
  const { text } = context.block;
  const edits = [
    insertMark(text, context.tree, start, `{@${id}: `),
    insertMark(text, context.tree, end, '}'),
  ];
  // Where marks are unsound, the block has to be mended first.
  return keepsText(context, edits) ? [{ title: `Tag it as @${id}`, kind: 'suggestion', edits }] : [];
}
