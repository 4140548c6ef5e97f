/**
 * Runs the recipes for large corpora as server/src/cli/CORPORA.md gives them, with the engines that others wrote:
 * `node test/corpora/run.mjs`. The command line must be bundled.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { explain, Failure } from '../../client/desk/failure.mjs';
import { capture, lastLines } from '../../client/desk/run.mjs';
import { ensureEngines } from './programs.mjs';
import { withSlurm } from './slurm.mjs';

const root = path.resolve(import.meta.dirname, '../..');

/** Enough that each of eight parts has some. */
const ARTICLES = 120;
/** Far above what a recipe takes (5 s). */
const TIMEOUT = 180_000;

/**
 * @typedef {object} Outcome
 * @property {string} name
 * @property {string} [error] What was wrong, if it failed.
 */

/**
 * Runs each recipe on a corpus of its own, and prints a line for each.
 *
 * @returns {Promise<{ passed: number, failed: number }>}
 * @throws {Failure} If an engine is missing and can't be installed.
 */
export async function runRecipes() {
  await ensureEngines();
  const total = { passed: 0, failed: 0 };
  for (const { name, error } of [
    await inCorpus('GNU parallel over parts', async (corpus) => {
      await corpus.recipe('parallel');
      await corpus.shell('demarche export --to ndjson texts > whole.ndjson');
      compare(corpus.read('statements.ndjson'), corpus.read('whole.ndjson'));
    }),
    await inCorpus('GNU parallel over a list of files', async (corpus) => {
      await corpus.recipe('parallel-files');
      await corpus.shell('demarche lint --format ndjson texts > whole.ndjson || [ $? -eq 1 ]');
      compare(corpus.read('findings.ndjson'), corpus.read('whole.ndjson'));
    }),
    await inCorpus('a Slurm array', async (corpus) => {
      corpus.write('array.sh', recipeNamed('slurm'));
      await withSlurm(corpus.folder, async (env) => {
        // The last job ends when all others have.
        await corpus.shell('sbatch --wait array.sh', { SLURM_CONF: env.SLURM_CONF });
      });
      await corpus.shell('cat parts/*.ndjson > statements.ndjson');
      await corpus.shell('demarche export --to ndjson texts > whole.ndjson');
      compare(corpus.read('statements.ndjson'), corpus.read('whole.ndjson'));
    }),
  ]) {
    console.log(`${error === undefined ? 'ok' : 'not ok'} ${name}`);
    if (error !== undefined) console.log(lastLines(error));
    total[error === undefined ? 'passed' : 'failed']++;
  }
  return total;
}

/** A corpus in a folder, with `demarche` on the PATH as an installation would put it there. */
class Corpus {
  /** @param {string} folder */
  constructor(folder) {
    this.folder = folder;
    const programs = path.join(folder, 'bin');
    fs.mkdirSync(programs);
    const words = [process.execPath, path.join(root, 'dist', 'demarche.mjs')].map((word) => `'${word}'`);
    fs.writeFileSync(path.join(programs, 'demarche'), `#!/bin/sh\nexec ${words.join(' ')} "$@"\n`, {
      mode: 0o755,
    });
    // Without a user's settings: parallel asks to be cited until it is told not to.
    const home = path.join(folder, 'home');
    fs.mkdirSync(path.join(home, '.parallel'), { recursive: true });
    fs.writeFileSync(path.join(home, '.parallel', 'will-cite'), '');
    this.env = { ...process.env, HOME: home, PATH: `${programs}${path.delimiter}${process.env.PATH}` };
  }

  /** @param {string} name */
  read(name) {
    return fs.readFileSync(path.join(this.folder, name), 'utf8');
  }

  /**
   * Runs a recipe of the page.
   *
   * @param {string} name
   */
  recipe(name) {
    return this.shell(recipeNamed(name));
  }

  /**
   * @param {string} name
   * @param {string} text
   */
  write(name, text) {
    fs.writeFileSync(path.join(this.folder, name), text);
  }

  /**
   * @param {string} lines
   * @param {NodeJS.ProcessEnv} [more]
   */
  async shell(lines, more = {}) {
    const options = { cwd: this.folder, env: { ...this.env, ...more }, timeout: TIMEOUT };
    const { code, output } = await capture('bash', ['-euo', 'pipefail', '-c', lines], options);
    if (code !== 0) throw new Error(`${lines}\nended with code ${code}:\n${output}`);
  }
}

/**
 * @param {string} name
 * @param {(corpus: Corpus) => Promise<void>} check
 * @returns {Promise<Outcome>}
 */
async function inCorpus(name, check) {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'demarche-corpora-')));
  try {
    const { article, articlePath, ARTICLES_CODEBOOK } = await articles(folder);
    const corpus = new Corpus(folder);
    fs.writeFileSync(path.join(folder, 'demarche.yaml'), ARTICLES_CODEBOOK);
    for (let number = 0; number < ARTICLES; number++) {
      const file = path.join(folder, 'texts', articlePath(number));
      fs.mkdirSync(path.dirname(file), { recursive: true });
      // One in ten has a mistake.
      const text = article(number);
      fs.writeFileSync(file, number % 10 === 0 ? text.replace('@league', '@leage') : text);
    }
    await check(corpus);
    return { name };
  } catch (error) {
    return { name, error: error instanceof Error ? error.message : String(error) };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/**
 * The generator of articles, which is TypeScript.
 *
 * @param {string} folder
 * @returns {Promise<typeof import('../kit/articles.ts')>}
 */
async function articles(folder) {
  const outfile = path.join(folder, 'articles.mjs');
  await build({ entryPoints: [path.join(root, 'test/kit/articles.ts')], outfile, format: 'esm' });
  return import(pathToFileURL(outfile).href);
}

/**
 * @param {string} name
 * @returns {string} The lines that the page gives.
 */
function recipeNamed(name) {
  const page = fs.readFileSync(path.join(root, 'server/src/cli/CORPORA.md'), 'utf8');
  const lines = page.split(`<!-- recipe: ${name} -->\n\`\`\`sh\n`)[1]?.split('\n```')[0];
  if (!lines) throw new Failure(`server/src/cli/CORPORA.md has no recipe “${name}”.`);
  return lines;
}

/**
 * The same lines, in whatever order the engine gave them.
 *
 * @param {string} found
 * @param {string} wanted
 */
function compare(found, wanted) {
  const lines = (/** @type {string} */ text) => text.split('\n').filter((line) => line.startsWith('{'));
  const [have, want] = [lines(found).sort(), lines(wanted).sort()];
  if (want.length !== ARTICLES) throw new Error(`One run gives ${want.length} lines, not ${ARTICLES}.`);
  if (have.join('\n') !== want.join('\n'))
    throw new Error(`The recipe gave ${have.length} lines that differ from those of one run.`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const { passed, failed } = await runRecipes();
    console.log(`${passed} passed, ${failed} failed`);
    process.exitCode = failed > 0 ? 1 : 0;
  } catch (error) {
    process.exitCode = explain(error);
  }
}
