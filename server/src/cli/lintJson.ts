/**
 * A lint as JSON, for programs. Lines and columns from 1, columns in UTF-16 units; offsets in UTF-16 units of the
 * file, byte order mark included, from 0; ends are exclusive.
 */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { firstFix } from '../rules/fixAll.ts';
import type { Finding } from '../rules/rule.ts';
import { ruleUrl } from '../rules/url.ts';
import type { FindingSeverity, LintedFile, LintForm } from './lintReport.ts';

interface JsonPlace {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

export interface JsonDiagnostic {
  readonly rule: string;
  readonly severity: FindingSeverity;
  readonly message: string;
  readonly url: string;
  readonly start: JsonPlace;
  readonly end: JsonPlace;
  /** What `--fix` does; null where that asks for judgement. */
  readonly fix: {
    readonly title: string;
    readonly edits: readonly { readonly start: number; readonly end: number; readonly text: string }[];
  } | null;
}

/** One object: `{version, files, summary}`, a file a line. */
export const JSON_FORM: LintForm = {
  begin: '{"version":1,"files":[\n',
  between: ',\n',
  file: (linted) => JSON.stringify(describe(linted)),
  end({ files, error, warning, info, hint }) {
    const summary = JSON.stringify({ files, error, warning, info, hint });
    return `${files === 0 ? '' : '\n'}],"summary":${summary}}\n`;
  },
};

/** A file object a line. */
export const NDJSON_FORM: LintForm = {
  begin: '',
  between: '',
  file: (linted) => `${JSON.stringify(describe(linted))}\n`,
  end: () => '',
};

function describe({ path, text, findings }: LintedFile): { path: string; diagnostics: JsonDiagnostic[] } {
  return { path, diagnostics: findings.map((finding) => describeFinding(text, finding)) };
}

function describeFinding(text: TextDocument, finding: Finding): JsonDiagnostic {
  const { rule, severity, message } = finding;
  const fix = firstFix(finding);
  return {
    rule,
    severity,
    message,
    url: ruleUrl(rule),
    start: placeOf(text, finding.start),
    end: placeOf(text, finding.end),
    fix: fix && {
      title: fix.title,
      edits: fix.edits.map(({ start, end, text: inserted }) => ({ start, end, text: inserted })),
    },
  };
}

function placeOf(text: TextDocument, offset: number): JsonPlace {
  const { line, character } = text.positionAt(offset);
  return { line: line + 1, column: character + 1, offset };
}
