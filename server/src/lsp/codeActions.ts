/** Code actions: offered by title, and their edits worked out when one is chosen, if the client can ask for that. */
import {
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  type Diagnostic,
  LSPErrorCodes,
  type Range,
  ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { ACTION_KINDS, type ActionOffer, late, type Wants } from '../features/actionOffer.ts';
import { remediesFor } from '../features/quickFixes.ts';
import { rewritesAt } from '../features/rewrites.ts';
import { fixAll } from '../rules/fixAll.ts';
import type { FileEdit, Finding } from '../rules/rule.ts';
import { findingsAt } from './diagnostics.ts';
import type { Session } from './session.ts';
import { toWorkspaceEdit } from './workspaceEdit.ts';

export const CODE_ACTION_CAPABILITIES: ServerCapabilities = {
  codeActionProvider: {
    codeActionKinds: [ACTION_KINDS.fix, 'refactor.rewrite', 'refactor.move', ACTION_KINDS.fixAll],
    resolveProvider: true,
  },
};

/** What an action is found again by: the place is that of what it mends, else what was selected. */
interface ActionData {
  readonly uri: string;
  readonly version: number;
  readonly kind: string;
  readonly title: string;
  readonly rule: string | null;
  readonly start: number;
  readonly end: number;
}

/** Answers requests for code actions. A client that knows commands only gets none. */
export function serveCodeActions(session: Session): void {
  const { connection, texts, uris } = session;
  connection.onCodeAction(({ textDocument: { uri }, range, context }) => {
    if (!session.capabilities.textDocument?.codeAction?.codeActionLiteralSupport) return [];
    const location = uris.toLocation(uri);
    const start = texts.offsetAt(location, range.start);
    const end = Math.max(start, texts.offsetAt(location, range.end));
    const offers = offersAt(session, location, start, end, context);
    return offers.flatMap((offer): CodeAction[] => {
      const { title, kind, finding, isPreferred } = offer;
      const place = finding ?? { start, end };
      const diagnostics = finding ? namedBy(context.diagnostics, finding, rangeOf(session, location)) : [];
      const action = { title, kind, isPreferred, ...(diagnostics.length > 0 ? { diagnostics } : {}) };
      if (!resolvesEdits(session.capabilities)) return withEdit(session, location, action, offer.edits());
      const version = texts.at(location)?.version ?? 0;
      const rule = finding?.rule ?? null;
      return [{ ...action, data: { uri, version, kind, title, rule, start: place.start, end: place.end } }];
    });
  });
  connection.onCodeActionResolve((action) => resolved(session, action));
}

function resolvesEdits({ textDocument }: ClientCapabilities): boolean {
  const { dataSupport, resolveSupport } = textDocument?.codeAction ?? {};
  return dataSupport === true && resolveSupport?.properties.includes('edit') === true;
}

/** All that can be done in a file between two offsets, of the kinds that the client asks for. */
function offersAt(
  session: Session,
  location: string,
  start: number,
  end: number,
  { only, diagnostics }: CodeActionContext,
): ActionOffer[] {
  const { workspace } = session;
  const document = workspace.document(location);
  const wants: Wants = (kind) => !only || only.some((wanted) => isBelow(kind, wanted));
  const findings = findingsAt(session, location).filter(
    (finding) =>
      (finding.start <= end && start <= finding.end) ||
      namedBy(diagnostics, finding, rangeOf(session, location)).length > 0,
  );
  const offers = [...remediesFor(document, findings, wants)];
  if (document) offers.push(...rewritesAt({ workspace, document, start, end }, wants));
  const fixingAll = fixAllOf(session, location);
  if (!only) {
    // Unasked, it is offered beside a fix that it would make.
    if (offers.some(({ isPreferred }) => isPreferred)) offers.push(fixingAll);
    // Saving a file that is sound must not do anything.
  } else if (wants(ACTION_KINDS.fixAll) && fixingAll.edits().length > 0) offers.push(fixingAll);
  return offers;
}

function isBelow(kind: string, wanted: string): boolean {
  return wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`);
}

function fixAllOf({ workspace, linter }: Session, location: string): ActionOffer {
  const edits = () => fixAll(workspace, linter, location);
  return late('Mend all that can be mended without asking', ACTION_KINDS.fixAll, edits);
}

type ToRange = (finding: Finding) => Range;

function rangeOf({ texts }: Session, location: string): ToRange {
  return ({ start, end }) => texts.rangeAt(location, start, end);
}

/** The diagnostics of the client that tell of a finding. */
function namedBy(diagnostics: readonly Diagnostic[], finding: Finding, toRange: ToRange): Diagnostic[] {
  const named = diagnostics.filter(({ code }) => code === finding.rule);
  if (named.length === 0) return [];
  const { start, end } = toRange(finding);
  const isSame = (a: Range['start'], b: Range['start']) => a.line === b.line && a.character === b.character;
  return named.filter(({ range }) => isSame(range.start, start) && isSame(range.end, end));
}

/** An action with its edit; none where it turns out to be impossible. */
function withEdit(
  session: Session,
  location: string,
  action: CodeAction,
  edits: readonly FileEdit[],
): CodeAction[] {
  if (edits.length === 0) return [];
  const placed = edits.map((edit) => ({ ...edit, location: edit.location ?? location }));
  return [{ ...action, edit: toWorkspaceEdit(session, placed) }];
}

/** The action with its edit, as the text now is. @throws ResponseError where it can no longer be done */
function resolved(session: Session, action: CodeAction): CodeAction {
  const data = action.data as ActionData | undefined;
  if (data === undefined) return action;
  const location = session.uris.toLocation(data.uri);
  if ((session.texts.at(location)?.version ?? 0) !== data.version)
    throw new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed since.');
  const found = again(session, location, data).find(({ title }) => title === data.title);
  const [whole] = found ? withEdit(session, location, action, found.edits()) : [];
  if (whole) return whole;
  throw new ResponseError(LSPErrorCodes.RequestFailed, `“${data.title}” cannot be done here.`);
}

function again(session: Session, location: string, { kind, rule, start, end }: ActionData): ActionOffer[] {
  const { workspace } = session;
  const document = workspace.document(location);
  const wants: Wants = (each) => each === kind;
  if (kind === ACTION_KINDS.fixAll) return [fixAllOf(session, location)];
  if (rule === null) return document ? [...rewritesAt({ workspace, document, start, end }, wants)] : [];
  const findings = findingsAt(session, location).filter(
    (each) => each.rule === rule && each.start === start && each.end === end,
  );
  return [...remediesFor(document, findings, wants)];
}
