/** Sets how a rule is reported in the YAML of a head or codebook, in the way that it is written already. */
import { isMap, isScalar, type Pair, type ParsedNode } from 'yaml';
import type { Severity } from './codebook.ts';
import { type EntryEdit, endOfLineIn, inSection } from './insertEntry.ts';
import { isNothing } from './yamlNodes.ts';
import { readYaml } from './yamlSource.ts';

type Field = Pair<ParsedNode, ParsedNode | null>;

/**
 * The edit that sets a rule under `lint`, `rules`, and adds these keys where they are missing.
 *
 * @param yaml the text between a head's fences, or a whole codebook
 * @returns null where something else stands in that place
 */
export function setRule(yaml: string, rule: string, severity: Severity): EntryEdit | null {
  const eol = endOfLineIn(yaml);
  const entry = `${rule}: ${severity}`;
  const { root } = readYaml(yaml);
  if (root !== null && !isNothing(root) && !(isMap(root) && !root.flow)) return null;
  const lint = fieldOf(root, 'lint');
  if (lint === null) {
    const startsLine = yaml === '' || /[\r\n\uFEFF]$/.test(yaml);
    const text = `${startsLine ? '' : eol}lint:${eol}  rules: { ${entry} }${eol}`;
    return { start: yaml.length, end: yaml.length, text };
  }
  const rules = fieldOf(lint.value, 'rules');
  if (rules === null) return inSection(yaml, lint, `rules: { ${entry} }`, eol);
  const known = fieldOf(rules.value, rule);
  if (known === null) return inSection(yaml, rules, entry, eol);
  if (!isScalar(known.value)) return null;
  const [start, end] = known.value.range;
  return { start, end, text: severity };
}

/** What stands under a key of a map. */
function fieldOf(node: ParsedNode | null, name: string): Field | null {
  if (!isMap(node)) return null;
  const fields = node.items as unknown as readonly Field[];
  return fields.find(({ key }) => isScalar(key) && key.value === name) ?? null;
}
