/**
 * A lint as SARIF 2.1.0, which code scanning and editors read: one run, its rules, a result for each finding. Paths are
 * relative to the working folder, as they were given; columns count UTF-16 units.
 */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { homepage, version } from '../../../package.json';
import { firstFix } from '../rules/fixAll.ts';
import { RULES } from '../rules/index.ts';
import type { Finding, Rule } from '../rules/rule.ts';
import { ruleUrl } from '../rules/url.ts';
import type { FindingSeverity, LintedFile, LintForm } from './lintReport.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const LEVELS: Readonly<Record<FindingSeverity | 'off', string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
  off: 'none',
};

const RULE_NAMES = [...RULES.keys()];

export const SARIF_FORM: LintForm = {
  // One line, so that what follows can be written as it comes.
  begin: `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0' }).slice(0, -1)},"runs":[${JSON.stringify(runHead()).slice(0, -1)},"results":[\n`,
  between: ',\n',
  file: ({ path, text, findings }: LintedFile) =>
    findings.map((finding) => JSON.stringify(resultOf(path, text, finding))).join(',\n'),
  end: () => '\n]}]}\n',
};

function runHead(): object {
  return {
    tool: {
      driver: {
        name: 'Demarche',
        version,
        informationUri: homepage,
        rules: [...RULES.values()].map(ruleOf),
      },
    },
    columnKind: 'utf16CodeUnits',
  };
}

function ruleOf({ name, summary, severity, group }: Rule): object {
  return {
    id: name,
    shortDescription: { text: summary },
    helpUri: ruleUrl(name),
    defaultConfiguration: { enabled: severity !== 'off', level: LEVELS[severity] },
    properties: { tags: [group] },
  };
}

function resultOf(path: string, text: TextDocument, finding: Finding): object {
  const { rule, severity, message, start, end } = finding;
  const artifactLocation = { uri: uriOf(path) };
  const fix = firstFix(finding);
  return {
    ruleId: rule,
    ruleIndex: RULE_NAMES.indexOf(rule),
    level: LEVELS[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation, region: regionOf(text, start, end) } }],
    ...(fix && {
      fixes: [
        {
          description: { text: fix.title },
          artifactChanges: [
            {
              artifactLocation,
              replacements: fix.edits.map((edit) => ({
                deletedRegion: regionOf(text, edit.start, edit.end),
                ...(edit.text !== '' && { insertedContent: { text: edit.text } }),
              })),
            },
          ],
        },
      ],
    }),
  };
}

/** Lines and columns from 1, the end exclusive. */
function regionOf(text: TextDocument, start: number, end: number): object {
  const from = text.positionAt(start);
  const to = text.positionAt(end);
  return {
    startLine: from.line + 1,
    startColumn: from.character + 1,
    endLine: to.line + 1,
    endColumn: to.character + 1,
  };
}

/** A path as a reference; halves of characters, which a name on a disk may hold, have none. */
function uriOf(path: string): string {
  const parts = path.split('/').map((part) => encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\uFFFD')));
  return path.startsWith('/') ? `file://${parts.join('/')}` : parts.join('/');
}
