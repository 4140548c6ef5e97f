/**
 * `npm test`: everything. Sets up what it needs, checks types and form, runs the tests outside the editor,
 * packs the extension, reads networks with networkx and igraph, runs the server in Neovim and Emacs, the views at a desk,
 * and the suites in a real VS Code, with Node and in a browser. A step that can't run has failed.
 *
 * Uses Node's builtins only until the dependencies are there.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureDependencies } from '../client/build/setup.mjs';
import { explain } from '../client/desk/failure.mjs';

const root = path.resolve(import.meta.dirname, '..');

const total = { passed: 0, failed: 0 };

/**
 * Runs one step and counts what it says, or itself as one test.
 *
 * @param {string} title
 * @param {() => Promise<{ passed: number, failed: number } | void>} work Throws if the step failed.
 */
async function step(title, work) {
  const start = performance.now();
  let outcome = { passed: 1, failed: 0 };
  try {
    outcome = (await work()) ?? outcome;
  } catch (error) {
    explain(error);
    outcome = { passed: 0, failed: 1 };
  }
  total.passed += outcome.passed;
  total.failed += outcome.failed;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(
    `${outcome.failed === 0 ? 'ok' : 'FAILED'}  ${title}  (${outcome.passed} passed, ${outcome.failed} failed, ${seconds} s)`,
  );
}

/**
 * Runs a program of ours with Node.
 *
 * @param {string} script
 * @param {string[]} args
 * @returns {Promise<number>} Its exit code.
 */
function node(script, args = []) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(root, script), ...args], {
      cwd: root,
      stdio: 'inherit',
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * @param {string} script
 * @param {string[]} args
 */
async function mustPass(script, args = []) {
  const code = await node(script, args);
  if (code !== 0) throw new Error(`${script} ended with code ${code}`);
}

/** The tests outside the editor, counted by what the runner writes down. */
async function runUnitTests() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'demarche-unit-'));
  const file = path.join(folder, 'result.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const code = await node('node_modules/vitest/vitest.mjs', ['run', ...reporters]);
    const { numPassedTests, numTotalTests, success } = JSON.parse(fs.readFileSync(file, 'utf8'));
    // What was skipped, and a file that could not be loaded, has failed.
    const failed = numTotalTests - numPassedTests;
    return { passed: numPassedTests, failed: failed === 0 && (code !== 0 || !success) ? 1 : failed };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

await step('dependencies', () => ensureDependencies());
if (total.failed === 0) {
  await step('types', async () => {
    await mustPass('node_modules/typescript/bin/tsc', ['--noEmit']);
    await mustPass('node_modules/typescript/bin/tsc', ['--noEmit', '-p', 'client/webview']);
  });
  await step('form', () => mustPass('node_modules/@biomejs/biome/bin/biome', ['check', '.']));
  await step('bundles', () => mustPass('client/build/bundle.mjs', ['--production']));
  await step('tests outside the editor', runUnitTests);
  await step('samples lint clean', () =>
    mustPass('dist/demarche.mjs', ['lint', 'samples', '--fail-on', 'info']),
  );
  await step('package', async () => {
    const { packageExtension } = await import('../client/build/package.mjs');
    await packageExtension();
  });
  await step('what the package holds, and how much', async () => {
    const { checkPackage } = await import('./package.mjs');
    return checkPackage();
  });
  await step('networks in networkx and igraph', async () => {
    const { runForeignReaders } = await import('./networks/foreign/run.mjs');
    return runForeignReaders();
  });
  await step('Neovim and Emacs', async () => {
    const { runForeignClients } = await import('./clients/run.mjs');
    return runForeignClients();
  });
  await step('the views as a user has them', async () => {
    const { runDeskTests } = await import('./vscode/desk/run.mjs');
    return runDeskTests();
  });
  await step('recipes for large corpora', async () => {
    const { runRecipes } = await import('./corpora/run.mjs');
    return runRecipes();
  });
  await step('suite in VS Code', async () => {
    const { runVscodeSuite } = await import('./vscode/run.mjs');
    return runVscodeSuite();
  });
  await step('suite in VS Code, in a folder on no disk', async () => {
    const { runVscodeSuite } = await import('./vscode/run.mjs');
    return runVscodeSuite({ suite: 'virtual' });
  });
  await step('suite in VS Code for the Web', async () => {
    const { runWebSuite } = await import('./vscode/web.mjs');
    return runWebSuite();
  });
}

console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
