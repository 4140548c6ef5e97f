/** What a view shows, asked from the server and made ready for its page. */
import type { LedgerResult, LedgerRow, PictureFilter } from '../../../server/src/lsp/requests/index.ts';
import type { LanguageServer } from '../languageServer.ts';
import { ledgerOf, pictureOf } from '../requests/pictures.ts';
import type { PageRow, Subject, ToPage, View } from './messages.ts';
import { Places } from './places.ts';

export interface Shown {
  readonly message: ToPage;
  readonly places: Places;
}

/**
 * Asks for a view.
 *
 * @param uri The document; null for the workspace.
 * @returns undefined if the server does not know the document.
 * @throws If the server can't be reached.
 */
export async function askFor(
  server: LanguageServer,
  view: View,
  uri: string | null,
  filter: PictureFilter,
  subject: Subject,
): Promise<Shown | undefined> {
  const scope = { uri };
  if (view === 'demands') {
    const ledger = await ledgerOf(server, { scope, filter });
    return ledger && shownLedger(ledger, subject);
  }
  const picture = await pictureOf(server, { kind: view, scope, filter });
  if (!picture) return undefined;
  const { svg, style, items, choices, note } = picture;
  return {
    message: { type: 'picture', svg, style, choices, note, subject },
    places: new Places(items.map(({ key, places }) => [key, places] as const)),
  };
}

function shownLedger({ rows, choices }: LedgerResult, subject: Subject): Shown {
  const places = rows.flatMap((row) => [
    [row.key, [row.place]] as const,
    ...row.replies.map((reply, index) => [replyKey(row, index), [reply.place]] as const),
  ]);
  return {
    message: { type: 'ledger', rows: rows.map(pageRow), choices, subject },
    places: new Places(places),
  };
}

function pageRow({ place, replies, ...row }: LedgerRow): PageRow {
  return {
    ...row,
    replies: replies.map(({ by, response, words, date }, index) => ({
      key: replyKey(row, index),
      by,
      response,
      words,
      date,
    })),
  };
}

/** Keys of rows are the server's; a tab stands in none of its ids. */
function replyKey({ key }: Pick<LedgerRow, 'key'>, index: number): string {
  return `${key}\treply ${index}`;
}
