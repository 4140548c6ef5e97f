/** Tells clients that ask for it when the workspace has changed, so that views of it can follow. */
import { WORKSPACE_CHANGED } from './requests/index.ts';
import type { Session } from './session.ts';

/** Milliseconds that a burst of changes may last: a keystroke that many blocks hang on, a folder that is being read. */
const BURST = 30;

/** Follows changes for as long as the session lives. */
export function tellChanges(session: Session): void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  session.workspace.onTouched(() => {
    if (timer !== null || !session.clientNotifications.has(WORKSPACE_CHANGED)) return;
    timer = setTimeout(() => {
      timer = null;
      // To a client that is gone nothing can be told.
      session.connection.sendNotification(WORKSPACE_CHANGED).catch(() => {});
    }, BURST);
  });
}
