/** Identifiers made from content: the same content has the same one, today and on another machine. */
import { fingerprint } from '../model/identity.ts';

/** A GUID, 8-4-4-4-12, made of what it names: a kind, and what tells it from others of its kind. */
export function guidOf(...parts: readonly string[]): string {
  const digits = fingerprint(parts.map((part) => `${part.length}:${part}`).join('')).slice(0, 32);
  // Version 8 (made in a way of one's own) and variant 1 of RFC 9562.
  const form = `${digits.slice(0, 12)}8${digits.slice(13, 16)}a${digits.slice(17)}`;
  return [form.slice(0, 8), form.slice(8, 12), form.slice(12, 16), form.slice(16, 20), form.slice(20)]
    .join('-')
    .toUpperCase();
}
