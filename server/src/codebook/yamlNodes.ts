/** Questions about single nodes of the YAML library. */
import { isAlias, isMap, isScalar, isSeq, type Pair, type ParsedNode, visit } from 'yaml';

const NOTHING = new Set(['', '~', 'null', 'Null', 'NULL']);

/** Whether a value is not given: empty, `~` or `null` without quotes. */
export function isNothing(node: ParsedNode): boolean {
  return isScalar(node) && node.type === 'PLAIN' && NOTHING.has(String(node.value));
}

/** Where a node ends without the white space and comments after it. */
export function endOfNode(text: string, node: ParsedNode): number {
  let last: ParsedNode = node;
  while ((isMap(last) || isSeq(last)) && !last.flow && last.items.length > 0) {
    const item = last.items.at(-1) as ParsedNode | Pair<ParsedNode, ParsedNode | null>;
    last = 'key' in item ? (item.value ?? item.key) : item;
  }
  let end = last.range[1];
  while (end > node.range[0] && /\s/.test(text[end - 1] as string)) end--;
  return end;
}

/** What each alias stands for: the last anchor of its name before it. An alias without one is not there. */
export function aliasTargets(text: string, root: ParsedNode | null): ReadonlyMap<ParsedNode, ParsedNode> {
  const targets = new Map<ParsedNode, ParsedNode>();
  if (root === null || !text.includes('*')) return targets;
  const anchors = new Map<string, ParsedNode>();
  visit(root, (_, node) => {
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target) targets.set(node as ParsedNode, target);
    } else if ((isScalar(node) || isMap(node) || isSeq(node)) && node.anchor) {
      anchors.set(node.anchor, node as ParsedNode);
    }
  });
  return targets;
}
