/** Commands of the client's that the server's answers name. */

/**
 * The command of code lenses. Its arguments are the protocol's: a URI, a position, a list of locations; a client that
 * runs it says so (`initializationOptions: { commands: [SHOW_REFERENCES] }`) and is sent it then.
 */
export const SHOW_REFERENCES = 'demarche.showReferences';

/** The command of completions that others follow: VS Code's own, sent only to a client that names it in the same way. */
export const SUGGEST = 'editor.action.triggerSuggest';
