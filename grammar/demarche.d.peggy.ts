import type { BlockEvent, Division } from './events.ts';

/** The start rules: a whole document, a piece of one below its head, or the marks of one block. */
interface StartRules {
  Document: Division;
  Blocks: Division;
  BlockEvents: BlockEvent[];
}

/**
 * The parser that Peggy makes of demarche.peggy. Every string parses: it throws on nothing.
 *
 * @param input the text; offsets in the result are into it
 */
export function parse<R extends keyof StartRules>(input: string, options: { startRule: R }): StartRules[R];
