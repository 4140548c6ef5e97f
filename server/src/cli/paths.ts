/** Paths as the user writes them, and locations as the model knows them: absolute, `/` between folders. */
import { relative, resolve, sep } from 'node:path';
import { toPath } from '../files/nodeFiles.ts';

/** The location of a path. */
export function toLocation(cwd: string, path: string): string {
  const absolute = resolve(cwd, path);
  return (sep === '/' ? absolute : absolute.replaceAll(sep, '/')).replace(/\/+$/, '');
}

/** A location as the user is told of it: seen from the working folder. */
export function shownPath(cwd: string, location: string): string {
  const path = relative(cwd, toPath(location)) || '.';
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
