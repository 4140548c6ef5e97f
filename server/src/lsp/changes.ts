/** Tells clients that ask for it when the workspace has changed, so that views of it can follow. */
import { WORKSPACE_CHANGED } from './requests/index.ts';
import type { Session } from './session.ts';

/**
 * Milliseconds from one telling to the next: in a burst (fast typing, a folder that is being read), the last counts. The
 * first change after a rest is told at once, when what it touches is known: somebody waits for the key to show.
 */
const BURST = 30;

/** Follows changes for as long as the session lives. */
export function tellChanges(session: Session): void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let told = Number.NEGATIVE_INFINITY;
  session.workspace.onTouched(() => {
    if (timer !== null || !session.clientNotifications.has(WORKSPACE_CHANGED)) return;
    const rest = Math.max(0, BURST - (performance.now() - told));
    timer = setTimeout(() => {
      timer = null;
      told = performance.now();
      // To a client that is gone nothing can be told.
      session.connection.sendNotification(WORKSPACE_CHANGED).catch(() => {});
    }, rest);
  });
}
