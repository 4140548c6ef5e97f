/** The ways to mend what the rules found in a range. */
import type { Finding, Fix } from '../rules/rule.ts';

export interface QuickFix extends Fix {
  readonly finding: Finding;
}

/** Fixes and suggestions for findings that touch a range, those that keep the meaning first. */
export function quickFixesIn(findings: readonly Finding[], start: number, end: number): QuickFix[] {
  const touched = findings.filter((finding) => finding.start <= end && start <= finding.end);
  const fixes = touched.flatMap((finding) => finding.fixes.map((fix) => ({ ...fix, finding })));
  return fixes.sort((a, b) => Number(a.kind === 'suggestion') - Number(b.kind === 'suggestion'));
}
