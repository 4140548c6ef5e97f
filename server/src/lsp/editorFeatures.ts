/** The features that have a file each, put together. */
import type { ClientCapabilities, ServerCapabilities } from 'vscode-languageserver';
import { CALL_HIERARCHY_CAPABILITIES, serveCallHierarchy } from './callHierarchy.ts';
import { CODE_LENS_CAPABILITIES, serveCodeLens } from './codeLens.ts';
import { COMPLETION_CAPABILITIES, serveCompletion } from './completion.ts';
import { DOCUMENT_LINK_CAPABILITIES, serveDocumentLinks } from './documentLinks.ts';
import { serveFileRename } from './fileRename.ts';
import { INLAY_HINT_CAPABILITIES, serveInlayHints } from './inlayHints.ts';
import { LINKED_EDITING_CAPABILITIES, serveLinkedEditing } from './linkedEditing.ts';
import { refreshLate } from './refresh.ts';
import { renameCapabilities, serveRename } from './rename.ts';
import { SELECTION_RANGE_CAPABILITIES, serveSelectionRanges } from './selectionRanges.ts';
import type { Session } from './session.ts';
import { serveWorkspaceSymbols, WORKSPACE_SYMBOL_CAPABILITIES } from './workspaceSymbols.ts';

/** What the server can do for a client with these capabilities. */
export function editorCapabilities(client: ClientCapabilities): ServerCapabilities {
  return {
    ...COMPLETION_CAPABILITIES,
    ...renameCapabilities(client),
    ...WORKSPACE_SYMBOL_CAPABILITIES,
    ...SELECTION_RANGE_CAPABILITIES,
    ...DOCUMENT_LINK_CAPABILITIES,
    ...LINKED_EDITING_CAPABILITIES,
    ...INLAY_HINT_CAPABILITIES,
    ...CODE_LENS_CAPABILITIES,
    ...CALL_HIERARCHY_CAPABILITIES,
  };
}

/** Answers the requests of these capabilities. Call before listening. */
export function serveEditorFeatures(session: Session): void {
  serveCompletion(session);
  serveRename(session);
  serveFileRename(session);
  serveWorkspaceSymbols(session);
  serveSelectionRanges(session);
  serveDocumentLinks(session);
  serveLinkedEditing(session);
  serveInlayHints(session);
  serveCodeLens(session);
  serveCallHierarchy(session);
  refreshLate(session);
}
