/** The words in the client's modules that users read: what is given to `l10n.t`, found without running anything. */

export interface Source {
  /** Its path, for messages. */
  readonly name: string;
  readonly text: string;
}

/** A call of `t`, and its first argument where that is a string without anything put into it. */
const CALL = /\bt\(\s*(?:('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")\s*[,)])?/g;

/**
 * The strings of some modules as a bundle for translators: each is its own name, in order.
 *
 * @throws If a module gives `t` something else than a string: no translation would be found for it.
 */
export function stringsToTranslate(sources: readonly Source[]): Record<string, string> {
  const strings = new Set<string>();
  for (const { name, text } of sources) {
    for (const call of withoutComments(text).matchAll(CALL)) {
      const [, literal] = call;
      if (literal === undefined) {
        throw new Error(
          `${name}: l10n.t takes a string in quotes: ${text.slice(call.index, call.index + 60)}`,
        );
      }
      strings.add(valueOf(literal));
    }
  }
  return Object.fromEntries([...strings].sort().map((string) => [string, string]));
}

/** The same text with blanks for comments on lines of their own, where `t(…)` may stand as an example. */
function withoutComments(text: string): string {
  return text.replace(/^\s*(?:\/\/.*|\/\*[^]*?\*\/)/gm, (comment) => comment.replace(/[^\n]/g, ' '));
}

/** The string that a literal means. */
function valueOf(literal: string): string {
  const inner = literal.slice(1, -1);
  return inner.replace(/\\(?:u([0-9a-fA-F]{4})|([^]))/g, (_, code: string | undefined, sign: string) => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    return sign === 'n' ? '\n' : sign === 't' ? '\t' : sign;
  });
}
