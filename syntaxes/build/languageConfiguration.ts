/** The language configuration: what an editor does with single signs, before any server answers. */

/**
 * A word is an id, whole, with its hyphens: what a double click takes, and what completion replaces. In prose
 * it is a word, without the apostrophe.
 */
const WORD_PATTERN = { pattern: '[\\p{L}\\p{Nd}][\\p{L}\\p{M}\\p{Nd}_-]*', flags: 'u' };

/**
 * In front of which signs a `{` gets its `}`: white space, and what ends a clause, in the scripts that prose
 * comes in. In front of a word it gets none: that word is about to be tagged.
 */
const CLOSE_BEFORE = ' \n\t}.,:;!?…)]”’»›」』）】。，、；：？！،؛؟';

/** Signs that a selection is put between. Typed over it, they would replace published words. */
const SURROUNDING = ['{}', '()', '[]', '""', '“”', '‘’', '«»', '‹›', '「」', '『』', '（）', '《》'];

/** The configuration, as it is written to `language-configuration.json`. */
export function languageConfiguration(): object {
  return {
    comments: { blockComment: ['{>>', '<<}'] },
    brackets: [['{', '}']],
    // Braces have the colours of their tags.
    colorizedBracketPairs: [],
    // Quotes are prose, and close by hand; but right after a `=` they begin a value.
    autoClosingPairs: [
      { open: '{', close: '}', notIn: ['comment', 'string'] },
      { open: '{>>', close: ' <<}', notIn: ['comment', 'string'] },
      { open: '="', close: '"', notIn: ['comment', 'string'] },
    ],
    autoCloseBefore: CLOSE_BEFORE,
    surroundingPairs: SURROUNDING.map((pair) => [...pair]),
    wordPattern: WORD_PATTERN,
  };
}
