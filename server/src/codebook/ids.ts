/** The ids of the language: a letter or decimal digit of any script, then letters, marks, digits, `_`, `-`. */

/** As a regular expression (flag `u`) and in the JSON Schemas. */
export const ID_PATTERN = '^[\\p{L}\\p{Nd}][\\p{L}\\p{M}\\p{Nd}_-]*$';

const ID = new RegExp(ID_PATTERN, 'u');

/** Whether a text is an id. Ids are compared after NFC: hand in the normalized text. */
export function isId(text: string): boolean {
  return ID.test(text);
}

/** What a message about an invalid id says of ids. */
export const ID_ADVICE =
  'An id begins with a letter or digit and has only letters, digits, “-” and “_”: no spaces.';
