/** Bytes as text, for messages: the runtime's own encoder takes characters. */

/** A call takes so many arguments at most. */
const CHUNK = 0x8000;

/** Encodes bytes as base64 (RFC 4648). */
export function encodeBase64(bytes: Uint8Array): string {
  let characters = '';
  for (let start = 0; start < bytes.length; start += CHUNK)
    characters += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  return btoa(characters);
}
