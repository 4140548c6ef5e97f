/** Paths and URIs of files, as strings with `/` between folders. */

/** The folder that a file is in, without the last `/`; empty for a name alone. */
export function folderOf(location: string): string {
  return location.slice(0, Math.max(0, location.lastIndexOf('/')));
}

/** The folders that a file or folder is in, the innermost first, the root of its file system last. */
export function foldersAbove(location: string): string[] {
  const root = /^(?:[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?)?/i.exec(location)?.[0].length ?? 0;
  const folders: string[] = [];
  for (let end = location.lastIndexOf('/'); end >= root; end = location.lastIndexOf('/', end - 1)) {
    folders.push(location.slice(0, end));
    if (end === 0) break;
  }
  return folders;
}

/** The file's name. */
export function nameOf(location: string): string {
  return location.slice(location.lastIndexOf('/') + 1);
}

/** A document's id by default: its file's name without ending, each run of other characters as `-`. */
export function documentIdFromLocation(location: string): string {
  const name = decode(nameOf(location)).replace(/\.demarche$/, '');
  const id = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{Nd}_-]+/gu, '-')
    .replace(/^[^\p{L}\p{Nd}]+/u, '');
  return id || 'document';
}

/** A relative path from a folder; null if it leads out of the file system's root. */
export function resolvePath(folder: string, path: string): string | null {
  const parts = path.startsWith('/') ? [''] : folder.split('/');
  for (const part of path.replace(/^\//, '').split('/')) {
    if (part === '..') {
      if (parts.length <= 1) return null;
      parts.pop();
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
