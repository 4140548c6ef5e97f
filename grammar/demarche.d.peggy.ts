import type { BlockEvent, Division } from './events.ts';

/**
 * The parser that Peggy makes of demarche.peggy. Every string parses: it throws on nothing.
 *
 * @param input a whole document, or a piece of one below its head; offsets in the result are into it
 */
export function parse(input: string, options: { startRule: 'Document' | 'Blocks' }): Division;

/**
 * The marks of blocks.
 *
 * @param options.blocks their texts, none of them empty
 * @returns the events of each, offsets into its text
 */
export function parse(
  input: '',
  options: { startRule: 'BlockEvents'; blocks: readonly string[] },
): BlockEvent[][];
