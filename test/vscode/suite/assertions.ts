/** What the tests use of Node's `assert`, where there is no Node. Values are alike if they are as JSON. */

export function ok(value: unknown, message = `${value} is not true`): asserts value {
  if (!value) throw new Error(message);
}

export function equal(actual: unknown, expected: unknown, message?: string): void {
  ok(Object.is(actual, expected), message ?? `${show(actual)} is not ${show(expected)}`);
}

export function notEqual(actual: unknown, other: unknown, message?: string): void {
  ok(!Object.is(actual, other), message ?? `${show(actual)} is what it should not be`);
}

export function deepEqual(actual: unknown, expected: unknown, message?: string): void {
  equal(show(actual), show(expected), message);
}

export function match(text: string, pattern: RegExp, message?: string): void {
  ok(pattern.test(text), message ?? `${show(text)} does not match ${pattern}`);
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? 'undefined';
}
