/** Files that the server asks for: read as the editor reads them, wherever they are. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  FILE_LIST,
  FILE_READ,
  FILE_STAT,
  type FileAnswer,
  type FileFailure,
  type FileListEntry,
  type FileListResult,
  type FileParams,
  type FileReadResult,
  type FileStatResult,
} from '../../../server/src/lsp/requests/index.ts';

/** Answers the server's requests for files; to be called before the client starts. */
export function serveFiles(client: BaseLanguageClient): void {
  const { fs } = vscode.workspace;
  const place = ({ uri }: FileParams) => client.protocol2CodeConverter.asUri(uri);

  client.onRequest<FileStatResult, never>(FILE_STAT, async (params: FileParams) => {
    const answer = await answered(async () => targetOf((await fs.stat(place(params))).type));
    return 'error' in answer && answer.error.code === 'not-found' ? { result: null } : answer;
  });

  client.onRequest<FileReadResult, never>(FILE_READ, (params: FileParams) =>
    answered(async () => decode(await fs.readFile(place(params)))),
  );

  client.onRequest<FileListResult, never>(FILE_LIST, (params: FileParams) =>
    answered(async () =>
      (await fs.readDirectory(place(params))).map(([name, type]) => ({ name, kind: kindOf(type) })),
    ),
  );
}

class NotText extends Error {}

/** @throws NotText on bytes that are not UTF-8: read as something else, the text would be another */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new NotText();
  }
}

/** A file's type is a set of bits: that of a link comes with that of its target. */
function targetOf(type: vscode.FileType): 'file' | 'folder' | 'other' {
  if (type & vscode.FileType.Directory) return 'folder';
  return type & vscode.FileType.File ? 'file' : 'other';
}

/** What is of no known type is looked at as links are. */
function kindOf(type: vscode.FileType): FileListEntry['kind'] {
  const isLink = type & vscode.FileType.SymbolicLink || type === vscode.FileType.Unknown;
  return isLink ? 'link' : targetOf(type);
}

async function answered<T>(work: () => Promise<T>): Promise<FileAnswer<T>> {
  try {
    return { result: await work() };
  } catch (error) {
    return { error: failureOf(error) };
  }
}

/** By what `vscode.FileSystemError` calls them. */
const CODES: Readonly<Record<string, FileFailure['code']>> = {
  FileNotFound: 'not-found',
  FileNotADirectory: 'not-found',
  FileIsADirectory: 'is-folder',
  NoPermissions: 'no-permission',
};

function failureOf(error: unknown): FileFailure {
  if (error instanceof NotText) return { code: 'not-text', message: '' };
  const code = error instanceof vscode.FileSystemError ? CODES[error.code] : undefined;
  return { code: code ?? 'other', message: error instanceof Error ? error.message : String(error) };
}
