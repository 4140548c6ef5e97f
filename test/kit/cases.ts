/**
 * How many cases a property is tried on. Few by default, so that the whole suite is quick on a slow machine; the seed
 * is kept (`setup.ts`). Before a release, or to look for new ones with a random seed: `DEMARCHE_CASES=10 npx vitest run`.
 */

const FACTOR = Number(process.env.DEMARCHE_CASES ?? 1);

/** Parameters for `fc.assert`. @param count of cases in a usual run; `DEMARCHE_CASES` multiplies it */
export function cases(count: number): { numRuns: number } {
  return { numRuns: Math.max(1, Math.round(count * FACTOR)) };
}
