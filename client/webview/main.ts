/** The script of a view's page: waits to be told what it is, and builds that. */
import { Host } from './host.ts';
import { startView } from './view.ts';

const host = new Host();
let receive: ReturnType<typeof startView> | undefined;

host.onMessage((message) => {
  if (message.type === 'start') {
    document.body.replaceChildren();
    receive = startView(host, message);
  } else receive?.(message);
});
host.post({ type: 'ready' });
