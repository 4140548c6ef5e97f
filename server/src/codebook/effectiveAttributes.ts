/** The attributes that a document may use: the core ones, and what its codebook adds and changes. */
import { type AttributeDefinition, CORE_ATTRIBUTES } from './attributes.ts';
import type { Codebook } from './codebook.ts';

const CORE: ReadonlyMap<string, AttributeDefinition> = new Map(
  CORE_ATTRIBUTES.map((definition) => [definition.name, definition]),
);

/** A codebook never changes, so its table is made once. */
const tables = new WeakMap<Codebook, ReadonlyMap<string, AttributeDefinition>>();

/** All attributes by name: the core ones first and in their order, then the codebook's own. */
export function attributesOf(codebook: Codebook | null): ReadonlyMap<string, AttributeDefinition> {
  if (codebook === null || codebook.attributes.size === 0) return CORE;
  const known = tables.get(codebook);
  if (known) return known;
  const table = new Map(CORE);
  for (const [name, { definition }] of codebook.attributes) table.set(name, definition);
  tables.set(codebook, table);
  return table;
}
