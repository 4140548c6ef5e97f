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
import { mapped, type Pieces, ready } from '../model/pieces.ts';
import { fixAll } from '../rules/fixAll.ts';
import type { FileEdit, Finding } from '../rules/rule.ts';
import { findingsAt } from './diagnostics.ts';
import type { Session } from './session.ts';
import { editFile } from './stable.ts';
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
  const { connection } = session;
  connection.onCodeAction(async ({ textDocument: { uri }, range, context }, token) => {
    if (!session.capabilities.textDocument?.codeAction?.codeActionLiteralSupport) return [];
    return editFile(session, uri, token, () => actionsIn(session, uri, range, context));
  });
  connection.onCodeActionResolve(async (action, token) => {
    const data = action.data as ActionData | undefined;
    return data ? editFile(session, data.uri, token, () => resolved(session, action, data)) : action;
  });
}

function* actionsIn(
  session: Session,
  uri: string,
  range: Range,
  context: CodeActionContext,
): Pieces<CodeAction[]> {
  const { texts, uris, capabilities } = session;
  const location = uris.toLocation(uri);
  const start = texts.offsetAt(location, range.start);
  const end = Math.max(start, texts.offsetAt(location, range.end));
  const version = texts.at(location)?.version ?? 0;
  const actions: CodeAction[] = [];
  for (const offer of yield* offersAt(session, location, start, end, context)) {
    const { title, kind, finding, isPreferred } = offer;
    const place = finding ?? { start, end };
    const diagnostics = finding ? namedBy(context.diagnostics, finding, rangeOf(session, location)) : [];
    const action = { title, kind, isPreferred, ...(diagnostics.length > 0 ? { diagnostics } : {}) };
    if (resolvesEdits(capabilities)) {
      const rule = finding?.rule ?? null;
      actions.push({
        ...action,
        data: { uri, version, kind, title, rule, start: place.start, end: place.end },
      });
    } else actions.push(...(yield* withEdit(session, location, action, yield* offer.edits())));
  }
  return actions;
}

function resolvesEdits({ textDocument }: ClientCapabilities): boolean {
  const { dataSupport, resolveSupport } = textDocument?.codeAction ?? {};
  return dataSupport === true && resolveSupport?.properties.includes('edit') === true;
}

/** All that can be done in a file between two offsets, of the kinds that the client asks for. */
function* offersAt(
  session: Session,
  location: string,
  start: number,
  end: number,
  { only, diagnostics }: CodeActionContext,
): Pieces<ActionOffer[]> {
  const { workspace } = session;
  const document = workspace.document(location);
  const wants: Wants = (kind) => !only || only.some((wanted) => isBelow(kind, wanted));
  const toRange = rangeOf(session, location);
  const findings = yield* mapped(yield* findingsAt(session, location), (finding) => {
    const isHere = finding.start <= end && start <= finding.end;
    return isHere || namedBy(diagnostics, finding, toRange).length > 0 ? finding : null;
  });
  const offers = yield* remediesFor(document, findings, wants);
  if (document) offers.push(...(yield* rewritesAt({ workspace, document, start, end }, wants)));
  const fixingAll = fixAllOf(session, location);
  if (!only) {
    // Unasked, it is offered beside a fix that it would make.
    if (offers.some(({ isPreferred }) => isPreferred)) offers.push(fixingAll);
    // Saving a file that is sound must not do anything.
  } else if (wants(ACTION_KINDS.fixAll)) {
    const edits = yield* fixingAll.edits();
    if (edits.length > 0) offers.push({ ...fixingAll, edits: () => ready(edits) });
  }
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
function* withEdit(
  session: Session,
  location: string,
  action: CodeAction,
  edits: readonly FileEdit[],
): Pieces<CodeAction[]> {
  if (edits.length === 0) return [];
  const placed = edits.map((edit) => ({ ...edit, location: edit.location ?? location }));
  return [{ ...action, edit: yield* toWorkspaceEdit(session, placed) }];
}

/** The action with its edit, as the text now is. @throws ResponseError where it can no longer be done */
function* resolved(session: Session, action: CodeAction, data: ActionData): Pieces<CodeAction> {
  const location = session.uris.toLocation(data.uri);
  if ((session.texts.at(location)?.version ?? 0) !== data.version)
    throw new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed since.');
  const found = (yield* again(session, location, data)).find(({ title }) => title === data.title);
  const [whole] = found ? yield* withEdit(session, location, action, yield* found.edits()) : [];
  if (whole) return whole;
  throw new ResponseError(LSPErrorCodes.RequestFailed, `“${data.title}” cannot be done here.`);
}

function* again(
  session: Session,
  location: string,
  { kind, rule, start, end }: ActionData,
): Pieces<ActionOffer[]> {
  const { workspace } = session;
  const document = workspace.document(location);
  const wants: Wants = (each) => each === kind;
  if (kind === ACTION_KINDS.fixAll) return [fixAllOf(session, location)];
  if (rule === null) return document ? yield* rewritesAt({ workspace, document, start, end }, wants) : [];
  const findings = yield* mapped(yield* findingsAt(session, location), (each) =>
    each.rule === rule && each.start === start && each.end === end ? each : null,
  );
  return yield* remediesFor(document, findings, wants);
}
