import { STATEMENT_KINDS } from '../codebook/attributes.ts';
import { nearestName } from '../codebook/nearest.ts';
import type { SyntaxProblem } from '../syntax/tree.ts';
import { replacing } from './edits.ts';
import type { BlockContext, DraftFix } from './rule.ts';
import { keepsText } from './sameText.ts';
import { syntaxRule } from './syntaxRule.ts';

export const strayBrace = syntaxRule({
  name: 'stray-brace',
  summary: 'A brace opens or closes no tag.',
  mends: ['fix', 'suggestion'],
  report(problem, context) {
    const { block } = context;
    const sign = block.text[problem.start] as string;
    const escape = escapeFix(problem, context);
    if (sign === '}') {
      return {
        message:
          'This } closes no tag. Write \\} where the published text has a brace, or look for the { that is missing.',
        fixes: [escape],
      };
    }
    const word = /^[\p{L}\p{M}\p{Nd}_-]+/u.exec(block.text.slice(problem.end, problem.end + 40))?.[0] ?? '';
    const range = { start: problem.end, end: problem.end + word.length };
    const near = word === '' ? null : nearestName(word, STATEMENT_KINDS);
    if (near === null) {
      return {
        message: 'This { opens no tag. Write \\{ where the published text has a brace.',
        fixes: [escape],
      };
    }
    return {
      message: `This { opens no tag, for there is none called “${word}”. Did you mean ${near}?`,
      fixes: [replacing(`Change to ${near}`, 'suggestion', range, near), { ...escape, kind: 'suggestion' }],
    };
  },
});

/** One reading is clear only where a pair stands around something: `{sic}`. */
function escapeFix({ start, partner }: SyntaxProblem, context: BlockContext): DraftFix {
  const { text } = context.block;
  const places = partner < 0 ? [start] : [start, partner];
  const isClear = partner >= 0 && text.slice(start + 1, partner).trim() !== '';
  return {
    title: places.length > 1 ? 'Put backslashes before both braces' : 'Put a backslash before it',
    kind: isClear ? 'fix' : 'suggestion',
    edits: () => {
      const edits = places.map((place) => ({ start: place, end: place, text: '\\' }));
      // In the head of a half-typed tag, a backslash may make the rest a quoted value.
      const isSafe = context.tree.tags.every((tag) => tag.fault !== 'missing-colon');
      return isSafe || keepsText(context, edits) ? edits : [];
    },
  };
}
