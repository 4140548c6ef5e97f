/** Answers requests for pictures: which documents, then the picture, its places as the client counts them. */
import { type CancellationToken, ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { DocumentModel, Statement } from '../model/document.ts';
import { type Drawing, toSvg } from '../pictures/drawing.ts';
import type { Reply } from '../pictures/ledger.ts';
import { Memory } from '../pictures/memory.ts';
import { makeFile, makeLedger, makePicture } from '../pictures/picture.ts';
import { editorStyle } from '../pictures/style.ts';
import { KnownPictures } from './knownPictures.ts';
import { drive } from './longWork.ts';
import {
  LEDGER,
  type LedgerParams,
  type LedgerReply,
  type LedgerResult,
  PICTURE,
  PICTURE_FILE,
  type PictureFileParams,
  type PictureFileResult,
  type PictureParams,
  type PicturePlace,
  type PictureResult,
  type PictureScope,
} from './requests/index.ts';
import type { Session } from './session.ts';

/** Serves pictures and the ledger. */
export function servePictures(session: Session): void {
  const { connection, workspace } = session;
  const memory = new Memory();
  const known = new KnownPictures();
  const style = editorStyle();

  connection.onRequest(PICTURE, async (params: PictureParams, token): Promise<PictureResult | null> => {
    const documents = await documentsOf(session, params.scope, token);
    if (documents === null) return null;
    const begin = () => makePicture(workspace, documents(), params.kind, params.filter, memory);
    const { scope, drawing } = await settle(session, begin, token);
    return {
      ...known.tell(toSvg(drawing, { isAlone: false }), params.known ?? null),
      style,
      items: itemsOf(session, drawing),
      choices: scope.choices,
      note: drawing.note,
    };
  });

  connection.onRequest(
    PICTURE_FILE,
    async (params: PictureFileParams, token): Promise<PictureFileResult | null> => {
      const { kind, format, filter, theme = 'light' } = params;
      if (kind === 'demands' && format === 'svg')
        throw new ResponseError(ErrorCodes.InvalidParams, 'The ledger of demands is a page, no picture.');
      const documents = await documentsOf(session, params.scope, token);
      if (documents === null) return null;
      const begin = () => makeFile(workspace, documents(), { kind, format, filter, theme }, memory);
      const { text, name, size } = await settle(session, begin, token);
      return { text, name, size };
    },
  );

  connection.onRequest(LEDGER, async (params: LedgerParams, token): Promise<LedgerResult | null> => {
    const documents = await documentsOf(session, params.scope, token);
    if (documents === null) return null;
    const { scope, rows } = await settle(
      session,
      () => makeLedger(workspace, documents(), params.filter),
      token,
    );
    return {
      rows: rows.map(({ statement, replies, ...row }) => ({
        ...row,
        place: placeOf(session, statement),
        replies: replies.map((reply) => replyOf(session, reply)),
      })),
      choices: scope.choices,
    };
  });
}

/** So often work is begun again because texts have changed; then it is done in one go. */
const ATTEMPTS = 4;

/**
 * Drives work that reads the workspace. Where that changes meanwhile, the work begins again: half of the old text and
 * half of the new would make no picture.
 */
async function settle<T>(
  { workspace }: Session,
  begin: () => Generator<void, T>,
  token: CancellationToken,
): Promise<T> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    let hasChanged = false;
    const stopListening = workspace.onTouched(() => {
      hasChanged = true;
    });
    try {
      const result = await drive(
        until(begin(), () => hasChanged),
        token,
      );
      if (result !== null) return result.value;
    } finally {
      stopListening();
    }
  }
  const work = begin();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Does work as long as nothing stops it. @returns null if something did */
function* until<T>(work: Generator<void, T>, isStopped: () => boolean): Generator<void, { value: T } | null> {
  while (!isStopped()) {
    const step = work.next();
    if (step.done) return { value: step.value };
    yield;
  }
  return null;
}

/** Tells the documents of a scope, by location, once the workspace is read; null if there is no such document. */
async function documentsOf(
  session: Session,
  { uri }: PictureScope,
  token: CancellationToken,
): Promise<(() => readonly DocumentModel[]) | null> {
  await session.loaded(token);
  const { documents } = session.workspace;
  if (uri === null) return () => [...documents.values()].sort((a, b) => (a.location < b.location ? -1 : 1));
  if (session.document(uri) === null) return null;
  return () => [session.document(uri)].filter((document) => document !== null);
}

function itemsOf(session: Session, { items }: Drawing): PictureResult['items'] {
  return items.map(({ key, statements }) => ({
    key,
    places: statements.map((statement) => placeOf(session, statement)),
  }));
}

function replyOf(session: Session, { statement, ...reply }: Reply): LedgerReply {
  return { ...reply, place: placeOf(session, statement) };
}

function placeOf({ texts, uris }: Session, { document, block, tag }: Statement): PicturePlace {
  const { location } = document;
  const base = document.startOf(block);
  return {
    uri: uris.toUri(location),
    range: texts.rangeAt(location, base + tag.start, base + tag.end),
    words: texts.rangeAt(location, base + tag.bodyStart, base + tag.bodyEnd),
  };
}
