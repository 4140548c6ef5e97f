/** What a view shows, asked from the server and made ready for its page. */
import type { LedgerResult, LedgerRow, PictureFilter } from '../../../server/src/lsp/requests/index.ts';
import type { LanguageServer } from '../languageServer.ts';
import { ledgerOf, pictureOf } from '../requests/pictures.ts';
import type { PageRow, Subject, ToPage, View } from './messages.ts';
import { Places } from './places.ts';
import { spliced } from './splice.ts';

/** A picture as a page has it. */
export type Picture = Extract<ToPage, { type: 'picture' }>;

export interface Shown {
  /** With the whole picture. */
  readonly message: ToPage;
  /** The same for a page that has the picture known before; undefined where it has to be told the whole. */
  readonly change: Picture | undefined;
  readonly places: Places;
}

/**
 * Asks for a view.
 *
 * @param uri The document; null for the workspace.
 * @param known The whole picture that was shown last: only what differs comes from the server.
 * @returns undefined if the server does not know the document.
 * @throws If the server can't be reached.
 */
export async function askFor(
  server: LanguageServer,
  view: View,
  uri: string | null,
  filter: PictureFilter,
  subject: Subject,
  known: Picture | undefined,
): Promise<Shown | undefined> {
  const scope = { uri };
  if (view === 'demands') {
    const ledger = await ledgerOf(server, { scope, filter });
    return ledger && shownLedger(ledger, subject);
  }
  const picture = await pictureOf(server, { kind: view, scope, filter, known: known?.state ?? null });
  if (!picture) return undefined;
  const { state, svg, replaces, style, items, choices, note } = picture;
  const rest = { type: 'picture', state, style, choices, note, subject } as const;
  const isPart = known !== undefined && replaces !== null;
  return {
    message: { ...rest, svg: isPart ? spliced(known.svg, svg, replaces) : svg, replaces: null },
    change: isPart ? { ...rest, svg, replaces: { state: known.state, ...replaces } } : undefined,
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
    change: undefined,
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
