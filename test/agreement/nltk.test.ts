/** κ and α against an independent computation: NLTK's, as Debian has it; installed on the spot where that is possible. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { installFromDebian } from '../../client/desk/debian.mjs';
import { cohensKappa, krippendorffsAlpha, type LabelPair } from '../../server/src/agreement/nominal.ts';

const run = promisify(execFile);

const ADVICE = 'Install NLTK for Python 3 (Debian, Ubuntu: apt-get install python3-nltk).';

/** The system's Python last: Debian's packages are its own, whichever comes first on the path. */
const PYTHONS = ['python3', '/usr/bin/python3'];

let python: string | undefined;

async function findPython(): Promise<boolean> {
  for (const command of PYTHONS) {
    const isThere = await run(command, ['-c', 'import nltk.metrics.agreement'], { timeout: 60_000 }).then(
      () => true,
      () => false,
    );
    if (isThere) python ??= command;
  }
  return python !== undefined;
}

beforeAll(async () => {
  if (!(await findPython()))
    await installFromDebian({ what: 'NLTK', packages: ['python3-nltk'], advice: ADVICE, isDone: findPython });
  if (python === undefined) throw new Error(`There is no NLTK here. ${ADVICE}`);
}, 600_000);

/** Prints, for each list of pairs on standard input, κ and α; null where NLTK divides by zero. */
const SCRIPT = `
import json, sys
from nltk.metrics.agreement import AnnotationTask

def or_none(measure):
    try:
        return measure()
    except ZeroDivisionError:
        return None

results = []
for pairs in json.loads(sys.argv[1]):
    rows = [(coder, str(item), label) for item, pair in enumerate(pairs) for coder, label in zip("ab", pair)]
    task = AnnotationTask(rows)
    results.append([or_none(task.kappa), or_none(task.alpha)])
print(json.dumps(results))
`;

test('κ and α are NLTK’s on 200 tables of labels', async () => {
  const label = fc.constantFrom('support', 'oppose', '', 'a, b');
  const pair = fc.oneof(
    fc.tuple(label, label),
    label.map((each): LabelPair => [each, each]),
  );
  const tables = fc.sample(fc.array(pair, { minLength: 2, maxLength: 25 }), {
    numRuns: 200,
    seed: 5,
  }) as LabelPair[][];
  const { stdout } = await run(python as string, ['-c', SCRIPT, JSON.stringify(tables)], {
    timeout: 120_000,
  });
  const theirs: [number | null, number | null][] = JSON.parse(stdout);
  let compared = 0;
  for (const [index, [kappa, alpha]] of theirs.entries()) {
    const table = tables[index] as LabelPair[];
    const ours = [cohensKappa(table).value, krippendorffsAlpha(table).value];
    // Where there is no variation NLTK divides by zero, or calls it full agreement; we say that there is nothing to compute.
    if (ours[0] === null) continue;
    compared++;
    expect(ours[0]).toBeCloseTo(kappa as number, 9);
    expect(ours[1]).toBeCloseTo(alpha as number, 9);
  }
  expect(compared).toBeGreaterThan(180);
});
