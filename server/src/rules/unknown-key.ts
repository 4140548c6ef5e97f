import type { Located, Severity } from '../codebook/codebook.ts';
import { nearestName } from '../codebook/nearest.ts';
import { changeTo } from './edits.ts';
import { problemsInCodebook, problemsInHead } from './problems.ts';
import type { Draft, Rule } from './rule.ts';

export const unknownKey: Rule = {
  name: 'unknown-key',
  group: 'Names',
  severity: 'warning',
  summary: 'A key of the head or codebook, or the name of a rule, that nobody reads.',
  mends: ['suggestion'],
  *checkBlock({ facts, tree, ruleNames }) {
    for (const ignore of facts.ignores) {
      if (!tree.memos[ignore.memo]?.closed || ruleNames.includes(ignore.rule)) continue;
      yield unknownRule(ignore.rule, ignore, ruleNames, 'so this memo quiets nothing');
    }
  },
  *checkDocument({ document, ruleNames }) {
    yield* problemsInHead('unknown-key', document);
    if (document.source.preamble.head?.closed) yield* unknownRules(document.head.lint.rules, ruleNames);
  },
  *checkCodebook({ file, ruleNames }) {
    yield* problemsInCodebook('unknown-key', file);
    yield* unknownRules(file.codebook.lint.rules, ruleNames);
  },
};

function* unknownRules(
  rules: ReadonlyMap<string, Located<Severity>>,
  ruleNames: readonly string[],
): Generator<Draft> {
  for (const [name, place] of rules) {
    if (!ruleNames.includes(name)) yield unknownRule(name, place, ruleNames, 'so this sets nothing');
  }
}

function unknownRule(
  name: string,
  { start, end }: { readonly start: number; readonly end: number },
  ruleNames: readonly string[],
  consequence: string,
): Draft {
  const near = () => nearestName(name, ruleNames);
  return {
    start,
    end,
    message: () => {
      const meant = near();
      return `There is no rule “${name}”, ${consequence}. ${meant === null ? 'Correct the name.' : `Did you mean ${meant}?`}`;
    },
    fixes: () => changeTo(near(), { start, end }),
  };
}
