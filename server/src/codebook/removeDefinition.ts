/** Takes an actor or topic out of a head or codebook, with the key above it when it was the only one. */
import { isMap, isScalar, type Pair, type ParsedNode } from 'yaml';
import type { Entry } from './codebook.ts';
import type { EntryEdit } from './insertEntry.ts';
import { removeEntry } from './removeEntry.ts';
import { endOfNode } from './yamlNodes.ts';
import { readYaml } from './yamlSource.ts';

/**
 * The edit that takes a definition out.
 *
 * @param yaml the text between a head's fences, or a whole codebook
 * @param entry with its range in offsets of that text
 */
export function removeDefinition(
  yaml: string,
  section: 'actors' | 'topics',
  entry: Pick<Entry, 'entry'>,
): EntryEdit {
  const { root } = readYaml(yaml);
  const fields = isMap(root) ? (root.items as unknown as readonly Pair<ParsedNode, ParsedNode | null>[]) : [];
  const pair = fields.find(({ key }) => isScalar(key) && key.value === section);
  const isOnly = pair !== undefined && isMap(pair.value) && pair.value.items.length === 1;
  if (!pair?.value || !isOnly) return removeEntry(yaml, entry.entry);
  const end = isMap(pair.value) && pair.value.flow ? pair.value.range[1] : endOfNode(yaml, pair.value);
  return removeEntry(yaml, { start: pair.key.range[0], end });
}
