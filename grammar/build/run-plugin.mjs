/**
 * A Peggy plugin: a repeated character class whose value nobody uses becomes one scan by a sticky RegExp.
 *
 * Peggy compiles `$[^{}]+` to a test and an array push per character. Under `$`, `!` and `&` only the place
 * where the run ends matters, so the loop can go. Public API used: plugins, passes, visitor, AST node types.
 * Internal names relied on in the parser that Peggy makes: `input` and `peg$currPos`; Peggy's version is
 * pinned, and test/syntax/run-plugin.test.ts fails if they change.
 */
import peggy from 'peggy';

/** One member of a class as RegExp source. */
function memberSource(character) {
  const code = character.codePointAt(0);
  if (/[\\\]\-^/]/.test(character)) return `\\${character}`;
  return code > 0x1f && code < 0x7f ? character : `\\u{${code.toString(16)}}`;
}

/** A Peggy class node as RegExp source: characters, ranges, and property escapes such as `\p{L}`. */
function classSource(node) {
  const parts = node.parts.map((part) => {
    if (Array.isArray(part)) return `${memberSource(part[0])}-${memberSource(part[1])}`;
    return typeof part === 'object' ? `\\${part.value}` : memberSource(part);
  });
  return `[${node.inverted ? '^' : ''}${parts.join('')}]`;
}

const isPlainClass = (node) => node.type === 'class' && node.parts.length > 0;

export const runPlugin = {
  use(config) {
    config.passes.transform.push((ast) => {
      const scanners = new Map();

      const scan = (repetition, mayBeEmpty) => {
        const source = classSource(repetition.expression);
        const flags = `yu${repetition.expression.ignoreCase ? 'i' : ''}`;
        const key = `/${source}+/${flags}`;
        if (!scanners.has(key)) scanners.set(key, `run$${scanners.size}`);
        const name = scanners.get(key);
        return {
          type: 'semantic_and',
          code: `${name}.lastIndex = peg$currPos; if (${name}.test(input)) { peg$currPos = ${name}.lastIndex; return true; } return ${mayBeEmpty};`,
          codeLocation: repetition.location,
          location: repetition.location,
          match: 0,
        };
      };

      /** Replaces repetitions in an expression whose value is thrown away. */
      const discardValue = (node) => {
        switch (node.type) {
          case 'one_or_more':
          case 'zero_or_more':
            if (isPlainClass(node.expression)) return scan(node, node.type === 'zero_or_more');
            node.expression = discardValue(node.expression);
            return node;
          case 'choice':
            node.alternatives = node.alternatives.map(discardValue);
            return node;
          case 'sequence':
            node.elements = node.elements.map(discardValue);
            return node;
          case 'text':
            return discardValue(node.expression);
          case 'group':
          case 'optional':
            node.expression = discardValue(node.expression);
            return node;
          default:
            return node;
        }
      };

      const intoChild = (node) => {
        node.expression = discardValue(node.expression);
      };
      peggy.compiler.visitor.build({ text: intoChild, simple_and: intoChild, simple_not: intoChild })(ast);

      const location = ast.rules[0].location;
      const code = [...scanners].map(([expression, name]) => `const ${name} = ${expression};`).join('\n');
      ast.topLevelInitializer = [
        ...[ast.topLevelInitializer ?? []].flat(),
        { type: 'top_level_initializer', code: `\n${code}\n`, codeLocation: location, location },
      ];
    });
  },
};
