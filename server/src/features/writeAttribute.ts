/** Attributes as a head has them: signs before names, quotes where the language wants them. */
import type { AttributeDefinition } from '../codebook/attributes.ts';
import { isId } from '../codebook/index.ts';
import { quoteValue } from '../syntax/escape.ts';

/** An attribute and its values: ids without their signs, words, texts. */
export interface GivenAttribute {
  readonly name: string;
  readonly values: readonly string[];
}

/** Text that a bare word may hold. */
const BARE = /^[^\s,，、،:：=＝{}"\\@＠#＃\p{Cf}][^\s,，、،:：=＝{}"\\\p{Cf}]*$/u;

/**
 * `name=value,value`.
 *
 * @returns null where a value can't be written: an actor's or statement's name that is no id
 */
export function writeAttribute(
  { name, type }: AttributeDefinition,
  values: readonly string[],
): string | null {
  const written: string[] = [];
  for (const value of values) {
    const text = writeValue(type, value.normalize('NFC'));
    if (text === null) return null;
    written.push(text);
  }
  return `${name}=${written.join(',')}`;
}

function writeValue(type: AttributeDefinition['type'], value: string): string | null {
  switch (type) {
    case 'actor':
      return isId(value) ? `@${value}` : null;
    case 'statement':
      return value.split('/').every(isId) && value.split('/').length <= 2 ? `#${value}` : null;
    case 'text':
      return quoteValue(value);
    default:
      return BARE.test(value) ? value : quoteValue(value);
  }
}
