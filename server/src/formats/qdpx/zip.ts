/** The files of a zip that somebody else made: no more than a project can need, whatever it says of itself. */
import { unzipSync } from 'fflate';
import { ImportError } from '../import/imported.ts';

/** Entries, unpacked bytes in all, and how much smaller than itself a large file may be packed. */
const MOST_ENTRIES = 20_000;
const MOST_BYTES = 256 * 1024 * 1024;
const MOST_RATIO = 200;
const LARGE = 1024 * 1024;

/**
 * The files that are wanted, by their names with `/`. Nothing is written anywhere, so a name can lead nowhere; those
 * that try to (`..`, absolute) are refused all the same.
 *
 * @throws ImportError on what is no zip, or too much of one
 */
export function unzip(bytes: Uint8Array, isWanted: (name: string) => boolean): Map<string, Uint8Array> {
  let entries = 0;
  let total = 0;
  const filter = ({ name, size, originalSize }: { name: string; size: number; originalSize: number }) => {
    entries++;
    if (entries > MOST_ENTRIES) throw new ImportError(`has more than ${MOST_ENTRIES} files in it`);
    const path = name.replaceAll('\\', '/');
    if (path.startsWith('/') || /^[A-Za-z]:/.test(path) || path.split('/').includes('..'))
      throw new ImportError(`has a file in it whose name leads outside: “${name.slice(0, 60)}”`);
    if (!isWanted(path)) return false;
    total += originalSize;
    if (total > MOST_BYTES) throw new ImportError(`is larger than ${MOST_BYTES / LARGE} MB when unpacked`);
    if (originalSize > LARGE && originalSize > size * MOST_RATIO)
      throw new ImportError(`“${name.slice(0, 60)}” in it is packed so densely that it can be no text`);
    return true;
  };
  try {
    const files = Object.entries(unzipSync(bytes, { filter }));
    return new Map(files.map(([name, content]) => [name.replaceAll('\\', '/'), content]));
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError(`is no zip that can be read: ${error instanceof Error ? error.message : error}`);
  }
}
