/** What is being typed before the cursor in a block. Looks at the text, since what is half typed has no tree. */

export type CompletionContext = { readonly start: number; readonly end: number } & (
  | { readonly type: 'tag' }
  | { readonly type: 'actor' }
  | { readonly type: 'continuation' }
  | { readonly type: 'attribute'; readonly word: string; readonly present: ReadonlySet<string> }
  | { readonly type: 'value'; readonly attribute: string }
  /** In a memo that quiets rules; `present` are those that it names already. */
  | { readonly type: 'rule'; readonly present: ReadonlySet<string> }
);

/** Nobody writes a longer one; bounds the work on hostile text. */
const LONGEST_HEAD = 4_000;

const ID_AFTER = /^[\p{L}\p{M}\p{Nd}_-]*/u;
const QUOTED = /"(?:[^"\\{}]|\\.)*"/gu;
const LIST_OF_ACTORS = /^[@＠](?:[\p{L}\p{M}\p{Nd}_-]*\s*[,，、،]\s*[@＠])*[\p{L}\p{M}\p{Nd}_-]*$/u;

/**
 * The context of a cursor.
 *
 * @param text the block's text
 * @param offset the cursor's place in it
 * @returns null where plain text is typed; `start` and `end` are what a completion replaces
 */
export function completionContext(text: string, offset: number): CompletionContext | null {
  const brace = openBrace(text, offset);
  if (brace < 0) return null;
  if (offset - brace > LONGEST_HEAD) return null;
  const typed = text.slice(brace + 1, offset);
  const end = offset + (ID_AFTER.exec(text.slice(offset, offset + 256))?.[0].length ?? 0);
  if (/^>>\s*demarche-ignore\s[\p{L}\p{Nd}\-,\s]*$/u.test(typed)) {
    const names = typed.slice(typed.indexOf('demarche-ignore') + 15).split(/[\s,]+/);
    const start = offset - (names.at(-1) ?? '').length;
    return { type: 'rule', present: new Set(names.slice(0, -1)), start, end };
  }
  const word = /^[\p{L}\p{M}\p{Nd}_-]*$/u.exec(typed);
  if (word || typed === '@' || typed === '+') {
    return typed.startsWith('@')
      ? { type: 'actor', start: brace + 1, end }
      : { type: 'tag', start: brace + 1, end };
  }
  if (LIST_OF_ACTORS.test(typed)) return { type: 'actor', start: lastSign(text, offset), end };
  if (/^\+[#＃][\p{L}\p{M}\p{Nd}_-]*$/u.test(typed)) return { type: 'continuation', start: brace + 2, end };
  return headContext(typed, offset, end);
}

/** The last `{` before the cursor that no brace follows, or -1; one that is escaped does not count. */
function openBrace(text: string, offset: number): number {
  const brace = offset === 0 ? -1 : text.lastIndexOf('{', offset - 1);
  if (brace < 0 || text.slice(brace, offset).includes('}')) return -1;
  let backslashes = 0;
  while (text[brace - 1 - backslashes] === '\\') backslashes++;
  return backslashes % 2 === 1 ? -1 : brace;
}

/** Inside a statement's head, after its word. */
function headContext(typed: string, offset: number, end: number): CompletionContext | null {
  const blank = (quoted: string) => '_'.repeat(quoted.length);
  const head = typed.replace(QUOTED, blank);
  if (/[:：]/.test(head)) return null;
  const parts = /^([\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}_-]*)(\s[^]*)$/u.exec(head);
  if (parts === null) return null;
  const [, word = '', rest = ''] = parts;
  const present = new Set(
    Array.from(rest.matchAll(/([\p{L}\p{M}\p{Nd}_-]+)\s*[=＝]/gu), (match) => match[1] ?? ''),
  );
  if (/(^|\s)[#＃]/.test(rest)) present.add('#');
  const value = /([\p{L}\p{M}\p{Nd}_-]+)[=＝](?:[^\s,，、،]*[,，、،]\s*)*([^\s,，、،]*)$/u.exec(rest);
  if (value)
    return { type: 'value', attribute: value[1] ?? '', start: offset - (value[2] ?? '').length, end };
  const name = /\s([\p{L}\p{M}\p{Nd}_-]*)$/u.exec(rest);
  if (name === null) return null;
  present.delete(name[1] ?? '');
  return { type: 'attribute', word, present, start: offset - (name[1] ?? '').length, end };
}

function lastSign(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('@', offset - 1), text.lastIndexOf('＠', offset - 1));
}
