/** Quick fixes for what the rules found. */
import {
  type CodeAction,
  CodeActionKind,
  type ServerCapabilities,
  type TextEdit,
} from 'vscode-languageserver';
import { quickFixesIn } from '../features/quickFixes.ts';
import type { FileEdit } from '../rules/rule.ts';
import { diagnosticsAt, findingsAt } from './diagnostics.ts';
import type { Session } from './session.ts';

export const CODE_ACTION_CAPABILITIES: ServerCapabilities = {
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
};

/** Answers requests for code actions. */
export function serveCodeActions(session: Session): void {
  session.connection.onCodeAction(({ textDocument, range, context }) => {
    if (context.only && !context.only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix))
      return [];
    const location = session.uris.toLocation(textDocument.uri);
    const start = session.texts.offsetAt(location, range.start);
    const end = session.texts.offsetAt(location, range.end);
    const diagnostics = diagnosticsAt(session, location);
    return quickFixesIn(findingsAt(session, location), start, end).map(
      ({ title, kind, edits, finding }): CodeAction => {
        const about = session.texts.rangeAt(location, finding.start, finding.end);
        return {
          title,
          kind: CodeActionKind.QuickFix,
          isPreferred: kind === 'fix',
          diagnostics: diagnostics.filter(
            (each) => each.code === finding.rule && JSON.stringify(each.range) === JSON.stringify(about),
          ),
          edit: { changes: changesOf(session, location, edits) },
        };
      },
    );
  });
}

/** Edits by file, as the protocol has them. */
function changesOf(
  { texts, uris }: Session,
  location: string,
  edits: readonly FileEdit[],
): Record<string, TextEdit[]> {
  const changes: Record<string, TextEdit[]> = {};
  for (const edit of edits) {
    const file = edit.location ?? location;
    const uri = uris.toUri(file);
    changes[uri] ??= [];
    changes[uri].push({ range: texts.rangeAt(file, edit.start, edit.end), newText: edit.text });
  }
  return changes;
}
