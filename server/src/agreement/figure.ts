/** A figure, or why there is none. No measure ever yields NaN. */
export type Figure =
  | { readonly value: number; readonly reason: null }
  | { readonly value: null; readonly reason: string };

export function figure(value: number): Figure {
  return { value, reason: null };
}

/** @param reason in words that can follow “not computable:” */
export function notComputable(reason: string): Figure {
  return { value: null, reason };
}
