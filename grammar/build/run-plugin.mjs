/**
 * A Peggy plugin: a repeated character class whose value nobody uses becomes one scan.
 *
 * Peggy compiles `$[^{}]+` to a test and an array push per character. Under `$`, `!` and `&` only the place
 * where the run ends matters, so the array can go: a run of few characters becomes a loop over character codes,
 * any other class, and a sequence of classes such as `[a-z] [a-z0-9]*`, one sticky RegExp. Public API used:
 * plugins, passes, visitor, AST node types. Internal names relied on in the parser that Peggy makes: `input` and
 * `peg$currPos`; Peggy's version is pinned, and test/syntax/run-plugin.test.ts fails if they change.
 */
import peggy from 'peggy';

/** A class of no more characters than this is compared code by code. */
const FEW = 10;

const isClass = (node) => node.type === 'class' && node.parts.length > 0;
const isRun = (node) =>
  (node.type === 'one_or_more' || node.type === 'zero_or_more') && isClass(node.expression);

/** Classes of which only the last is repeated: there a RegExp, which could step back, never has reason to. */
const isClassSequence = (node) =>
  node.type === 'sequence' &&
  node.elements.every((element, i) => isClass(element) || (isRun(element) && i === node.elements.length - 1));

/** One member of a class as RegExp source. */
function memberSource(character) {
  const code = character.codePointAt(0);
  if (/[\\\]\-^/]/.test(character)) return `\\${character}`;
  if (code > 0x1f && code < 0x7f) return character;
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

/** A class, or a run of one, as RegExp source: characters, ranges, and property escapes such as `\p{L}`. */
function regExpSource(node) {
  if (node.type === 'one_or_more') return `${regExpSource(node.expression)}+`;
  if (node.type === 'zero_or_more') return `${regExpSource(node.expression)}*`;
  const parts = node.parts.map((part) => {
    if (Array.isArray(part)) return `${memberSource(part[0])}-${memberSource(part[1])}`;
    return typeof part === 'object' ? `\\${part.value}` : memberSource(part);
  });
  return `[${node.inverted ? '^' : ''}${parts.join('')}]`;
}

/** The character codes of a class of few characters, or null. */
function fewCodes({ parts, inverted, ignoreCase }) {
  const isSmall = !inverted && !ignoreCase && parts.length <= FEW;
  return isSmall && parts.every((part) => typeof part === 'string' && part.length === 1)
    ? parts.map((part) => part.charCodeAt(0))
    : null;
}

/** A scan by comparing codes. */
function loopCode(codes, mayBeEmpty) {
  const isMember = codes.map((code) => `code === ${code}`).join(' || ');
  return `
    const start = peg$currPos;
    let code = input.charCodeAt(peg$currPos);
    while (${isMember}) code = input.charCodeAt(++peg$currPos);
    return ${mayBeEmpty ? 'true' : 'peg$currPos > start'};`;
}

/** A scan by the sticky RegExp of this name. */
function regExpCode(name, mayBeEmpty) {
  return `
    ${name}.lastIndex = peg$currPos;
    if (!${name}.test(input)) return ${mayBeEmpty};
    peg$currPos = ${name}.lastIndex;
    return true;`;
}

export const runPlugin = {
  use(config) {
    config.passes.transform.push((ast) => {
      /** From a RegExp's source to the name of the constant that holds it. */
      const expressions = new Map();

      // Without `u` a class takes UTF-16 units, not code points: faster, and a run of it ends at the same place.
      const nameOf = (source, classes) => {
        const flags = `y${classes.some((c) => c.unicode) ? 'u' : ''}${classes.some((c) => c.ignoreCase) ? 'i' : ''}`;
        const expression = `/${source}/${flags}`;
        if (!expressions.has(expression)) expressions.set(expression, `run$${expressions.size}`);
        return expressions.get(expression);
      };

      /** A predicate moves the parser as it likes: so a scan is one, and takes the place of the node. */
      const predicate = ({ location }, code) => ({
        type: 'semantic_and',
        code,
        codeLocation: location,
        location,
        match: 0,
      });

      const scanRun = (node) => {
        const mayBeEmpty = node.type === 'zero_or_more';
        const codes = fewCodes(node.expression);
        if (codes !== null) return predicate(node, loopCode(codes, mayBeEmpty));
        const name = nameOf(`${regExpSource(node.expression)}+`, [node.expression]);
        return predicate(node, regExpCode(name, mayBeEmpty));
      };

      const scanSequence = (node) => {
        const classes = node.elements.map((element) => (isClass(element) ? element : element.expression));
        const source = node.elements.map(regExpSource).join('');
        return predicate(node, regExpCode(nameOf(source, classes), false));
      };

      /** Replaces what can be scanned in an expression whose value is thrown away. */
      const discardValue = (node) => {
        if (isRun(node)) return scanRun(node);
        if (isClassSequence(node)) return scanSequence(node);
        switch (node.type) {
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
          case 'one_or_more':
          case 'zero_or_more':
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
      const code = [...expressions].map(([expression, name]) => `const ${name} = ${expression};`).join('\n');
      ast.topLevelInitializer = [
        ...[ast.topLevelInitializer ?? []].flat(),
        { type: 'top_level_initializer', code: `\n${code}\n`, codeLocation: location, location },
      ];
    });
  },
};
