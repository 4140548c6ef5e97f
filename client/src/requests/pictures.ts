/** Pictures of what texts say, and the ledger of demands. */
import {
  LEDGER,
  type LedgerParams,
  type LedgerResult,
  PICTURE,
  PICTURE_FILE,
  type PictureFileParams,
  type PictureFileResult,
  type PictureParams,
  type PictureResult,
} from '../../../server/src/lsp/requests/index.ts';
import type { LanguageServer } from '../languageServer.ts';

/** A picture of the scope; undefined if the server does not know its document. @throws If the server can't be reached */
export async function pictureOf(
  server: LanguageServer,
  params: PictureParams,
): Promise<PictureResult | undefined> {
  const client = await server.client();
  return (await client.sendRequest<PictureResult | null>(PICTURE, params)) ?? undefined;
}

/** The demands of the scope; undefined if the server does not know its document. @throws If the server can't be reached */
export async function ledgerOf(
  server: LanguageServer,
  params: LedgerParams,
): Promise<LedgerResult | undefined> {
  const client = await server.client();
  return (await client.sendRequest<LedgerResult | null>(LEDGER, params)) ?? undefined;
}

/** A view as a file; undefined if the server does not know its document. @throws If the server can't be reached */
export async function pictureFileOf(
  server: LanguageServer,
  params: PictureFileParams,
): Promise<PictureFileResult | undefined> {
  const client = await server.client();
  return (await client.sendRequest<PictureFileResult | null>(PICTURE_FILE, params)) ?? undefined;
}
