/** Findings as diagnostics: pulled by clients that can, pushed to the others. */
import {
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver';
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
export function findingsAt(session: Session, location: string): Finding[] {
  const document = session.workspace.document(location);
  if (document) return session.linter.findingsIn(document);
  const file = session.workspace.codebooks.get(location);
  return file ? session.linter.findingsInCodebook(file) : [];
}

/** The diagnostics of a file. */
export function diagnosticsAt(session: Session, location: string): Diagnostic[] {
  const findings = findingsAt(session, location);
  const shown = findings.length > MOST ? mostSevere(findings) : findings;
  const diagnostics = shown.map((finding) => toDiagnostic(session, location, finding));
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

/** Serves diagnostics. Call before listening; `start` once the client's capabilities are known. */
export class DiagnosticsService {
  readonly #session: Session;
  #pulls = false;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(session: Session) {
    this.#session = session;
    session.connection.languages.diagnostics.on(({ textDocument }) => ({
      kind: DocumentDiagnosticReportKind.Full,
      items: diagnosticsAt(session, session.uris.toLocation(textDocument.uri)),
    }));
  }

  start(): void {
    this.#pulls = this.#session.capabilities.textDocument?.diagnostic !== undefined;
  }

  /** After a change of one text: who pulls asks by itself. */
  textChanged(): void {
    if (!this.#pulls) this.#schedule(() => this.#push());
  }

  /** After a change of something else that diagnostics hang on: files, codebooks, settings. */
  workspaceChanged(): void {
    const { connection, capabilities } = this.#session;
    if (!this.#pulls) this.#schedule(() => this.#push());
    else if (capabilities.workspace?.diagnostics?.refreshSupport) {
      // A client that promises to refresh and then does not is no reason to fall.
      const refused = (error: Error) => connection.console.warn(`refresh: ${error.message}`);
      this.#schedule(() => connection.languages.diagnostics.refresh().catch(refused));
    }
  }

  /** A closed file keeps no diagnostics of a client that is pushed to. */
  closed(uri: string): void {
    if (!this.#pulls) void this.#session.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  #push(): void {
    const { connection, texts } = this.#session;
    for (const [location, text] of texts.open) {
      const diagnostics = diagnosticsAt(this.#session, location);
      void connection.sendDiagnostics({ uri: text.uri, version: text.version, diagnostics });
    }
  }

  /** Once for all changes that come in one go. */
  #schedule(work: () => void): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = null;
      work();
    }, 50);
  }
}
