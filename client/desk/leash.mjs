/**
 * Runs the script named by the first argument, and ends when whoever started this is gone, even if that one
 * was killed and could tell nobody. The sign is the end of standard input, which the starter holds open.
 *
 * A script of its own rather than an `--import` option: options are handed down to every process that the
 * script forks, extension hosts included, and those would be on the leash too.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';

// The whole process group, which is its own: extension hosts would wait for hours for their server to return.
process.stdin.on('close', () => process.kill(0, 'SIGTERM'));
process.stdin.on('error', () => {});
process.stdin.resume();

// The script shall find its arguments where it expects them.
process.argv.splice(1, 1);
await import(pathToFileURL(path.resolve(/** @type {string} */ (process.argv[1]))).href);
