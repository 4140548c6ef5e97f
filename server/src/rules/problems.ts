/** What reading heads and codebooks found wrong, for the rules that pass it on. */
import type { CodebookProblem } from '../codebook/codebook.ts';
import type { DocumentModel } from '../model/document.ts';
import type { CodebookFile } from '../model/workspace.ts';
import type { BlockContext, Draft } from './rule.ts';

/** The problems of a head that a rule of this name reports. In a head that never closes, that is the mistake. */
export function* problemsInHead(
  rule: CodebookProblem['rule'],
  { head, source }: DocumentModel,
): Generator<Draft> {
  if (source.preamble.head?.closed) yield* reported(rule, head.problems);
}

/** The problems of a codebook that a rule of this name reports. */
export function* problemsInCodebook(
  rule: CodebookProblem['rule'],
  { codebook }: CodebookFile,
): Generator<Draft> {
  yield* reported(rule, codebook.problems);
}

/** What says something else once it is mended is not mended unasked. */
const ASKS: ReadonlySet<string> = new Set<CodebookProblem['rule']>(['unknown-key', 'invalid-value']);

function* reported(rule: CodebookProblem['rule'], problems: readonly CodebookProblem[]): Generator<Draft> {
  for (const problem of problems) {
    if (problem.rule !== rule) continue;
    const { start, end, message, fix } = problem;
    const kind = ASKS.has(rule) ? 'suggestion' : 'fix';
    yield { start, end, message, fixes: fix ? [{ ...fix, kind }] : [] };
  }
}

/** Whether a head can be taken at its word: closed, and without a mistake in its YAML. */
export function isWhole({ head, source }: DocumentModel): boolean {
  return (
    source.preamble.head?.closed === true && head.problems.every((problem) => problem.rule !== 'invalid-yaml')
  );
}

/** Whether the head names a codebook that is not there: that is the mistake, not each name that it would define. */
export function codebookIsMissing({ workspace, document }: BlockContext): boolean {
  return workspace.missingCodebook(document) !== null;
}
