/** The TextMate format, as far as it is used here, and how its rules are written. */

export interface Scope {
  readonly name: string;
}

export type Captures = Readonly<Record<string, Scope>>;

export interface Rule {
  readonly comment?: string;
  readonly name?: string;
  readonly contentName?: string;
  readonly match?: string;
  readonly captures?: Captures;
  readonly begin?: string;
  readonly beginCaptures?: Captures;
  readonly end?: string;
  readonly endCaptures?: Captures;
  readonly while?: string;
  readonly applyEndPatternLast?: boolean;
  readonly include?: string;
  readonly patterns?: readonly Rule[];
}

export interface Grammar {
  readonly comment: string;
  readonly name: string;
  readonly scopeName: string;
  readonly fileTypes: readonly string[];
  readonly patterns: readonly Rule[];
  readonly repository: Readonly<Record<string, Rule>>;
}

/** A scope of this language: `scope('variable.other.actor')`. */
export function scope(name: string): string {
  return `${name}.demarche`;
}

/** Scopes of a pattern's groups, in their order. */
export function captures(...names: string[]): Captures {
  return Object.fromEntries(names.map((name, index) => [String(index + 1), { name: scope(name) }]));
}

export function include(name: string): Rule {
  return { include: `#${name}` };
}

/** An alternative of literal words; they hold no sign that means something in a pattern. */
export function anyOf(words: readonly string[]): string {
  return `(?:${words.join('|')})`;
}
