/** Findings as diagnostics. */
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import { mapped, type Pieces } from '../model/pieces.ts';
import type { Finding } from '../rules/rule.ts';
import { ruleUrl } from '../rules/url.ts';
import type { Session } from './session.ts';

/** No client shows more; a text with so many has one mistake at its root. */
const MOST = 1_000;

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

/** The findings of a document or codebook; none for other files. Offsets are from the file's start. */
export function* findingsAt(session: Session, location: string): Pieces<Finding[]> {
  const document = session.workspace.document(location);
  if (document) return yield* session.linter.check(document);
  const file = session.workspace.codebooks.get(location);
  return file ? session.linter.findingsInCodebook(file) : [];
}

/** The diagnostics of a file. */
export function* diagnosticsAt(session: Session, location: string): Pieces<Diagnostic[]> {
  const findings = yield* findingsAt(session, location);
  const shown = findings.length > MOST ? mostSevere(findings) : findings;
  const diagnostics = yield* mapped(shown, (finding) => toDiagnostic(session, location, finding));
  if (findings.length > MOST) {
    diagnostics.push({
      range: session.texts.rangeAt(location, 0, 0),
      severity: DiagnosticSeverity.Information,
      source: 'demarche',
      message: `${findings.length - MOST} more findings are not shown.`,
    });
  }
  return diagnostics;
}

/** As many as are shown: errors before all others, in order of place. */
function mostSevere(findings: readonly Finding[]): Finding[] {
  const rank = (finding: Finding) => SEVERITIES[finding.severity];
  const kept = new Set([...findings].sort((a, b) => rank(a) - rank(b)).slice(0, MOST));
  return findings.filter((finding) => kept.has(finding));
}

function toDiagnostic({ texts, uris }: Session, location: string, finding: Finding): Diagnostic {
  return {
    range: texts.rangeAt(location, finding.start, finding.end),
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    codeDescription: { href: ruleUrl(finding.rule) },
    source: 'demarche',
    message: finding.message,
    ...(finding.unnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(finding.related.length > 0
      ? {
          relatedInformation: finding.related.map((related) => ({
            location: {
              uri: uris.toUri(related.location),
              range: texts.rangeAt(related.location, related.start, related.end),
            },
            message: related.message,
          })),
        }
      : {}),
  };
}
