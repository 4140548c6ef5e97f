/** Putting together a picture from the one before and what differs: the panel and its page both do. */

/** A text with a part of it replaced. Offsets in UTF-16 units. */
export function spliced(text: string, part: string, { start, end }: { start: number; end: number }): string {
  return text.slice(0, start) + part + text.slice(end);
}
