/**
 * Reads our networks with networkx and igraph, and has Python compute them again by matrix algebra:
 * `node test/networks/foreign/run.mjs`. The command line must be bundled.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { explain } from '../../../client/desk/failure.mjs';
import { capture, lastLines, runQuietly } from '../../../client/desk/run.mjs';
import { ensurePython } from './programs.mjs';

const here = import.meta.dirname;
const program = path.resolve(here, '../../../dist/demarche.mjs');

/** By id. Signs that XML, CSV and DL have to take care of, several scripts, and one name twice. */
const ACTORS = {
  ardia: 'Ardia & Sons <of> the “North”',
  belmar: 'Belmar "the Bold"',
  corvo: "Corvo's Union",
  dunn: 'Dunn, Ella',
  esk: '=Esk',
  'free-city': 'Free  City',
  गंगा: 'गंगा',
  huang: '黄河联盟',
  ibn: 'اتحاد النهر',
  jota: 'Jota 🚢',
  kilo: 'Twin',
  lima: 'Twin',
};
const TOPICS = ['dam', 'fish', 'toll', 'ice', 'mud', 'rain'];

/**
 * Prints a line a check.
 *
 * @returns {Promise<{ passed: number, failed: number }>}
 * @throws {import('../../../client/desk/failure.mjs').Failure} If Python is missing, or a program fails.
 */
export async function runForeignReaders() {
  const python = await ensurePython();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'demarche-networks-'));
  const total = { passed: 0, failed: 0 };
  try {
    writeTexts(folder);
    await writeNetworks(folder);
    const result = path.join(folder, 'result.json');
    const { code, output } = await capture(python, [path.join(here, 'check.py'), folder, result]);
    const checks = fs.existsSync(result)
      ? JSON.parse(fs.readFileSync(result, 'utf8'))
      : [{ name: 'runs to its end', error: `It ended with code ${code}:\n${output}` }];
    for (const { name, error } of checks) {
      console.log(`${error === undefined ? 'ok' : 'not ok'} ${name}`);
      if (error !== undefined) console.log(lastLines(error));
      total[error === undefined ? 'passed' : 'failed']++;
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
  return total;
}

/**
 * Sixty small texts, the same each time.
 *
 * @param {string} folder
 */
function writeTexts(folder) {
  const entries = Object.entries(ACTORS).map(([id, name]) => `  ${id}: { name: ${JSON.stringify(name)} }\n`);
  fs.writeFileSync(path.join(folder, 'demarche.yaml'), `actors:\n${entries.join('')}`);
  fs.writeFileSync(path.join(folder, 'names.json'), JSON.stringify(ACTORS));
  let state = 7;
  const pick = (/** @type {readonly string[]} */ list) => {
    // Park and Miller's generator: its products are exact as floating-point numbers.
    state = (state * 48_271) % 2_147_483_647;
    return list[Math.floor(state / 65_536) % list.length] ?? '';
  };
  const ids = Object.keys(ACTORS);
  for (let number = 0; number < 60; number++) {
    const lines = [`---\ntitle: T\nid: t${number}\n---\n`];
    for (let line = 0; line < 6; line++) {
      const position = pick(['', ' position=support', ' position=support', ' position=oppose']);
      lines.push(`{claim by=@${pick(ids)},@${pick(ids)} topic=${pick(TOPICS)}${position}: words}\n`);
    }
    const id = number % 2 === 0 ? '#asked' : '#other';
    lines.push(
      `{demand ${id} by=@${pick(ids)} to=@${pick(ids)},@${pick(ids)} topic=${pick(TOPICS)}: words}\n`,
    );
    if (number % 3 === 0) {
      lines.push(`{claim by=@${pick(ids)} answers=${id} response=${pick(['reject', 'agree'])}: words}\n`);
    }
    fs.writeFileSync(path.join(folder, `t${number}.demarche`), lines.join('\n'));
  }
}

/**
 * @param {string} folder
 */
async function writeNetworks(folder) {
  /** @type {[name: string, options: string][]} */
  const wanted = [
    ['support.csv', '--position support --isolates --format matrix'],
    ['oppose.csv', '--position oppose --isolates --format matrix'],
    ['affiliation.csv', '--isolates --format matrix'],
  ];
  for (const type of ['congruence', 'conflict', 'subtract']) {
    for (const how of ['no', 'average', 'jaccard', 'cosine'])
      wanted.push([`${type}-${how}.csv`, `--type ${type} --normalize ${how} --isolates --format matrix`]);
  }
  for (const qualifier of ['ignore', 'subtract']) {
    for (const how of ['no', 'activity', 'prominence'])
      wanted.push([
        `affiliation-${qualifier}-${how}.csv`,
        `--qualifier ${qualifier} --normalize ${how} --isolates --format matrix`,
      ]);
  }
  for (const type of ['affiliation', 'congruence', 'subtract', 'demands']) {
    wanted.push([`${type}.graphml`, `--type ${type}`], [`${type}.dl`, `--type ${type}`]);
    wanted.push([`${type}.gexf`, `--type ${type}`], [`${type}-matrix.csv`, `--type ${type} --format matrix`]);
  }
  for (const [name, options] of wanted) {
    const words = ['network', '.', ...options.split(' '), '-o', name];
    await runQuietly(`demarche ${words.join(' ')}`, process.execPath, [program, ...words], { cwd: folder });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const { passed, failed } = await runForeignReaders();
    console.log(`${passed} passed, ${failed} failed`);
    process.exitCode = failed > 0 ? 1 : 0;
  } catch (error) {
    process.exitCode = explain(error);
  }
}
