/** What the YAML library finds wrong, in the words of somebody who has never heard of YAML's terms. */
import { MAX_YAML_DEPTH, type YamlFault } from './yamlParse.ts';

const ADVICE: Readonly<Record<string, string>> = {
  ALIAS_PROPS: 'A sign “&” or “!” stands before a “*”, which YAML does not allow. Put the value in quotes.',
  BAD_ALIAS: 'The sign “*” begins a reference in YAML. Put the value in quotes if it is part of the words.',
  BAD_COLLECTION_TYPE:
    'The sign “!” gives this a type that it cannot have. Take it away, or put the value in quotes.',
  BAD_DIRECTIVE: 'A line that begins with “%” is a directive to YAML. Put it in quotes, or take it away.',
  BAD_DQ_ESCAPE:
    'Between double quotes a backslash begins an escape, and this one is unknown. Write two backslashes.',
  BAD_INDENT: 'This line begins at another column than those it belongs with. Indent it as they are.',
  BAD_PROP_ORDER: 'The signs “&” and “!” stand where YAML does not allow them. Put the value in quotes.',
  BAD_SCALAR_START: 'This sign cannot begin a value in YAML. Put the value in quotes.',
  BLOCK_AS_IMPLICIT_KEY:
    'Two colons on one line: YAML takes the second for a new key. Put the value in quotes.',
  BLOCK_IN_FLOW:
    'A colon stands here without quotes, and YAML takes it for a new key. Put the value in quotes.',
  FAILED: 'This could not be read as YAML.',
  KEY_OVER_1024_CHARS: 'This key has more than 1024 characters. Is a quote or a line break missing?',
  MISSING_CHAR: 'Something is missing here: a colon and a space after a key, or a comma between two values.',
  MULTILINE_IMPLICIT_KEY: 'This line has no key: a key, a colon and a space should begin it.',
  MULTIPLE_ANCHORS: 'The sign “&” stands here twice. Put the value in quotes.',
  MULTIPLE_DOCS: 'A second document begins here; only the first is read. Take the line “---” or “...” away.',
  MULTIPLE_TAGS: 'The sign “!” stands here twice. Put the value in quotes.',
  NON_STRING_KEY: 'A key must be a word.',
  TAB_AS_INDENT: 'A tab indents this line; YAML wants spaces.',
  TAG_RESOLVE_FAILED: 'The sign “!” gives the value a type that YAML does not know. Put the value in quotes.',
  TOO_DEEP: `Lists within lists, more than ${MAX_YAML_DEPTH} deep: a codebook needs five levels. What stands here is left out.`,
  TOO_LONG:
    'The codebook has more entries than can be read; from here on it is left out. Divide it into several.',
  UNEXPECTED_TOKEN:
    'YAML did not expect this here. Is a quote, a bracket or a comma missing before it, or one too many?',
};

/**
 * A message for an error of the YAML library: what is wrong and what to do.
 *
 * @param text the text that was parsed
 */
export function adviceFor(fault: YamlFault, text: string): string {
  if (fault.code === 'UNCLOSED') {
    const opening = text[fault.start] ?? '';
    if (opening === '[') return 'The list that begins here is not closed: “]” is missing.';
    if (opening === '{') return 'What begins here with “{” is not closed: “}” is missing.';
    return `The quote that begins here is not closed: ${opening} is missing.`;
  }
  if (fault.code === 'UNEXPECTED_TOKEN' && /^[\]}]$/.test(text.slice(fault.start, fault.end))) {
    return `This “${text[fault.start]}” closes nothing that is open. Take it away, or put the value in quotes.`;
  }
  return ADVICE[fault.code] ?? (ADVICE.UNEXPECTED_TOKEN as string);
}
