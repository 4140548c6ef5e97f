/** What the server tells of itself. */

/**
 * A notification to clients that ask for it (`initializationOptions: { notifications: [WORKSPACE_CHANGED] }`): texts,
 * codebooks or what is known of them have changed, so that views of them have to be asked for anew. It has no
 * parameters, and comes once for a burst of changes.
 */
export const WORKSPACE_CHANGED = 'demarche/workspaceChanged';
