/**
 * Locations are URIs made comparable: percent-decoded, a drive letter in lower case. Clients write the same file
 * in different ways; what a client called a file is what it is told again.
 */
import { ErrorCodes, ResponseError } from 'vscode-languageserver';

export class Uris {
  readonly #known = new Map<string, string>();

  /** The location of a client's URI, which is remembered. @throws ResponseError on what is no text */
  toLocation(uri: string): string {
    if (typeof uri !== 'string') throw new ResponseError(ErrorCodes.InvalidParams, 'A file has no URI.');
    const location = decode(uri).replace(
      /^(file:\/\/\/)([A-Z]):/,
      (_, start, drive) => `${start}${drive.toLowerCase()}:`,
    );
    this.#known.set(location, uri);
    return location;
  }

  /** The URI of a location: the client's own, or one made of it. */
  toUri(location: string): string {
    return this.#known.get(location) ?? encode(location);
  }
}

function decode(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

function encode(location: string): string {
  const [, start = '', path = ''] = /^([a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?)?([^]*)$/i.exec(location) ?? [];
  return start + path.split('/').map(encodeURIComponent).join('/');
}
