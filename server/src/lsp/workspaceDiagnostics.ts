/**
 * Diagnostics of all files, in pieces. Editors ask for them again as soon as they are answered, so what has not
 * changed must cost next to nothing.
 */
import {
  DiagnosticSeverity,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { drive } from './longWork.ts';
import type { Report, Reports } from './reports.ts';
import type { Session } from './session.ts';

/** How many files a partial result tells of. */
const BATCH = 50;

export function toDocumentReport({ resultId, items }: Report): DocumentDiagnosticReport {
  return items === null
    ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
    : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
}

/** Answers requests for the diagnostics of the workspace. */
export function serveWorkspaceDiagnostics(session: Session, reports: Reports): void {
  /** The state of things that the last whole answer was about. */
  let answered = -1;
  session.connection.languages.diagnostics.onWorkspace(
    async ({ previousResultIds }, token, _progress, partial): Promise<WorkspaceDiagnosticReport> => {
      // Half a workspace is full of names that nobody defines.
      await session.loaded(token);
      const previous = new Map<string, string>();
      for (const { uri, value } of previousResultIds) previous.set(session.uris.toLocation(uri), value);
      const { changes } = reports;
      const items: WorkspaceDocumentDiagnosticReport[] = [];
      const add = (report: WorkspaceDocumentDiagnosticReport) => {
        // That nothing at all has changed is said by saying nothing.
        if (report.kind === DocumentDiagnosticReportKind.Unchanged && changes === answered) return;
        items.push(report);
        if (partial && items.length === BATCH) partial.report({ items: items.splice(0) });
      };
      await drive(reportAll(session, reports, previous, add), token);
      answered = changes;
      if (!partial || items.length === 0) return { items };
      partial.report({ items });
      return { items: [] };
    },
  );
}

/** Reports all files, and those that the client knows of and we no longer do. */
function* reportAll(
  session: Session,
  reports: Reports,
  previous: ReadonlyMap<string, string>,
  add: (report: WorkspaceDocumentDiagnosticReport) => void,
): Generator<void, void> {
  const { workspace, texts, uris, unread } = session;
  const isRead = (location: string) =>
    workspace.document(location) !== null || workspace.codebooks.has(location);
  for (const location of [...workspace.codebooks.keys(), ...workspace.documents.keys()]) {
    // It may have gone while others were looked at.
    if (isRead(location)) {
      const version = texts.open.get(location)?.version ?? null;
      const report = toDocumentReport(yield* reports.reportIfTouched(location, previous.get(location)));
      add({ ...report, uri: uris.toUri(location), version } as WorkspaceDocumentDiagnosticReport);
    }
    yield;
  }
  for (const [location, reason] of unread) {
    if (isRead(location)) continue;
    const report = unreadReport(reason, previous.get(location));
    add({ ...report, uri: uris.toUri(location), version: null } as WorkspaceDocumentDiagnosticReport);
  }
  for (const location of previous.keys()) {
    if (isRead(location) || unread.has(location)) continue;
    add({ kind: DocumentDiagnosticReportKind.Full, uri: uris.toUri(location), version: null, items: [] });
  }
}

/** Says of a file why it is left out. */
function unreadReport(reason: string, previous: string | undefined): DocumentDiagnosticReport {
  const resultId = `unread ${reason}`;
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const message = `This file can’t be read, so nothing in it counts: ${reason}`;
  const item = { range, severity: DiagnosticSeverity.Error, source: 'demarche', message };
  return toDocumentReport({ resultId, items: resultId === previous ? null : [item] });
}
