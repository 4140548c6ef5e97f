/** The attributes of sound statements with what they are, for the rules that look at values. */
import type { Attribute } from '../../../grammar/events.ts';
import type { AttributeDefinition } from '../codebook/attributes.ts';
import type { BlockContext } from './rule.ts';
import { type SoundStatement, soundStatements } from './sound.ts';

export interface KnownAttribute {
  readonly statement: SoundStatement;
  readonly attribute: Attribute;
  readonly definition: AttributeDefinition;
}

/** Whole attributes that the codebook knows for the statement's kind: what others are is not known. */
export function* knownAttributes(context: BlockContext): Generator<KnownAttribute> {
  for (const statement of soundStatements(context)) {
    for (const [name, attribute] of statement.fact.attributes) {
      const definition = context.names.attribute(name);
      if (definition === null || attribute.malformed) continue;
      if (definition.for.includes(statement.fact.kind)) yield { statement, attribute, definition };
    }
  }
}
