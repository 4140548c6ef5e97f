/**
 * How files come in: the one interface behind which the disk, an editor or a test stands. Locations are absolute
 * paths or URIs with `/` between folders and none at the end; the root of a file system is what stands before
 * its first `/`.
 */

/** What stands at a location. `other`: a pipe, a device. */
export type FileKind = 'file' | 'folder' | 'other';

export interface FolderEntry {
  readonly name: string;
  /** A link is not followed: `stat` tells where it leads. */
  readonly kind: FileKind | 'link';
}

export interface FileSystem {
  /** What stands at a location, links followed; null for nothing. @throws FileError */
  stat(location: string): Promise<FileKind | null>;
  /** @throws FileError */
  read(location: string): Promise<Uint8Array>;
  /** What is in a folder, in no order. @throws FileError */
  list(location: string): Promise<FolderEntry[]>;
}

/** Why a file can't be read, in words that can follow its name and a colon. */
export class FileError extends Error {
  constructor(
    readonly code: 'not-found' | 'no-permission' | 'is-folder' | 'not-text' | 'other',
    message: string,
  ) {
    super(message);
    this.name = 'FileError';
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of a file in UTF-8, its byte order mark kept. @throws FileError on bytes that are not UTF-8 */
export function decodeText(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    const offset = firstInvalidByte(bytes);
    if (offset < 0) throw new FileError('other', `too large (${bytes.length} bytes)`);
    const value = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0');
    throw new FileError(
      'not-text',
      `not UTF-8: byte 0x${value} at offset ${offset}. Save the file as UTF-8.`,
    );
  }
}

/** Lead bytes, how many bytes follow, and the range of the first of them (the others are 80 to BF). */
const SEQUENCES: readonly (readonly [
  from: number,
  to: number,
  following: number,
  low: number,
  high: number,
])[] = [
  [0x00, 0x7f, 0, 0, 0],
  [0xc2, 0xdf, 1, 0x80, 0xbf],
  [0xe0, 0xe0, 2, 0xa0, 0xbf],
  [0xe1, 0xec, 2, 0x80, 0xbf],
  [0xed, 0xed, 2, 0x80, 0x9f],
  [0xee, 0xef, 2, 0x80, 0xbf],
  [0xf0, 0xf0, 3, 0x90, 0xbf],
  [0xf1, 0xf3, 3, 0x80, 0xbf],
  [0xf4, 0xf4, 3, 0x80, 0x8f],
];

/** Where the first sequence starts that is not UTF-8 (table 3-7 of the Unicode Standard), or -1. */
function firstInvalidByte(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] as number;
    const sequence = SEQUENCES.find(([from, to]) => lead >= from && lead <= to);
    if (sequence === undefined) return at;
    const [, , following, low, high] = sequence;
    for (let i = 1; i <= following; i++) {
      const byte = bytes[at + i] ?? 0;
      if (byte < (i === 1 ? low : 0x80) || byte > (i === 1 ? high : 0xbf)) return at;
    }
    at += 1 + following;
  }
  return -1;
}
