/**
 * Lints a text as a test wants to say it: what is found is `rule "words"`, so that no test counts characters.
 *
 *     check('{@rusia: Moscow} has spoken.', ['undefined-actor "@rusia"']);
 */
import { expect } from 'vitest';
import type { Severity } from '../../server/src/codebook/codebook.ts';
import { CODEBOOK_NAME, Workspace } from '../../server/src/model/workspace.ts';
import { applyEdits } from '../../server/src/rules/edits.ts';
import { Linter } from '../../server/src/rules/linter.ts';
import type { Finding, Fix } from '../../server/src/rules/rule.ts';

export const LOCATION = '/w/text.demarche';
export const CODEBOOK_LOCATION = `/w/${CODEBOOK_NAME}`;

/** The codebook of tests that do not bring their own. */
export const CODEBOOK = `actors:
  russia: { name: Russia, kind: state, aka: [Moscow] }
  putin: { name: Vladimir Putin, kind: person, of: russia }
  us: { name: United States, kind: state, of: nato, aka: [Washington] }
  nato: { name: NATO, kind: organization, aka: [the alliance] }
topics:
  enlargement: { name: NATO’s eastward enlargement, in: security }
  security: { name: European security }
attributes:
  frame: { for: [claim], values: [historical, legal, strategic] }
`;

export interface LintOptions {
  readonly codebook?: string | null;
  readonly location?: string;
  /** Other documents, by location. */
  readonly others?: Readonly<Record<string, string>>;
  readonly overrides?: ReadonlyMap<string, Severity>;
  /** Severities that count. Unless given, hints do not. */
  readonly hints?: boolean;
}

/** A text, linted. */
export interface Linted {
  readonly workspace: Workspace;
  readonly linter: Linter;
  readonly text: string;
  /** Of the document, then of the codebook. */
  readonly findings: readonly Finding[];
  readonly inCodebook: readonly Finding[];
}

/** Lints a text with its codebook. */
export function lint(text: string, options: LintOptions = {}): Linted {
  const { codebook = CODEBOOK, location = LOCATION, others = {}, overrides } = options;
  const workspace = new Workspace();
  const linter = new Linter(workspace, overrides);
  const file = codebook === null ? null : workspace.setCodebook(CODEBOOK_LOCATION, codebook);
  for (const [other, content] of Object.entries(others)) workspace.setDocument(other, content);
  const document = workspace.setDocument(location, text);
  const findings = linter.findingsIn(document);
  return { workspace, linter, text, findings, inCodebook: file ? linter.findingsInCodebook(file) : [] };
}

/** Expects these findings and no others, each as `rule "words"`, in order of place. */
export function check(text: string, expected: readonly string[], options: LintOptions = {}): Linted {
  const linted = lint(text, options);
  const counting = linted.findings.filter((finding) => options.hints || finding.severity !== 'hint');
  expect(counting.map((finding) => describe(finding, text))).toEqual(expected);
  return linted;
}

/** A finding as tests write it. */
export function describe({ rule, start, end }: Finding, text: string): string {
  return `${rule} "${text.slice(start, end)}"`;
}

/** All that a finding says, late parts included: for comparing. */
export function spelledOut(finding: Finding): unknown {
  const { rule, severity, start, end, message, fixes, related, unnecessary } = finding;
  const spelled = fixes.map(({ title, kind, edits }) => ({ title, kind, edits }));
  return { rule, severity, start, end, message, fixes: spelled, related, unnecessary };
}

/** The files after a fix: the text and the codebook. */
export function applyFix(
  fix: Fix,
  text: string,
  codebook: string | null,
  location = LOCATION,
): [string, string | null] {
  const here = fix.edits.filter((edit) => edit.location === undefined || edit.location === location);
  const there = fix.edits.filter((edit) => edit.location === CODEBOOK_LOCATION);
  expect(here.length + there.length, 'edits of known files').toBe(fix.edits.length);
  return [applyEdits(text, here), codebook === null ? null : applyEdits(codebook, there)];
}
