/**
 * A lint as GitHub's workflow commands, which its Actions show beside the lines. Hints are left out: GitHub knows
 * errors, warnings and notices, and shows ten of each.
 */
import type { Finding } from '../rules/rule.ts';
import type { LintedFile, LintForm } from './lintReport.ts';

const COMMANDS: Readonly<Record<Exclude<Finding['severity'], 'hint'>, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};

export const GITHUB_FORM: LintForm = {
  begin: '',
  between: '',
  file: ({ path, text, findings }: LintedFile) =>
    findings
      .map(({ severity, rule, message, start, end }) => {
        if (severity === 'hint') return '';
        const from = text.positionAt(start);
        const to = text.positionAt(end);
        // Columns count within one line only.
        const columns =
          from.line === to.line
            ? `,col=${from.character + 1},endColumn=${Math.max(from.character, to.character - 1) + 1}`
            : '';
        const place = `file=${property(path)},line=${from.line + 1},endLine=${to.line + 1}${columns}`;
        return `::${COMMANDS[severity]} ${place},title=${property(rule)}::${data(message)}\n`;
      })
      .join(''),
  end: () => '',
};

/** What would end a command, or begin another one, written so that it does not. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
