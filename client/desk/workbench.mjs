/**
 * Addresses under which an embedded editor shows a folder.
 */
import path from 'node:path';

/**
 * @typedef {object} Opening
 * @property {string} [folder] Absolute path of a folder or a `.code-workspace` file; without it, an empty
 *   window.
 * @property {string[]} [files] Absolute paths of files to open.
 * @property {string[]} [extensions] Absolute paths of extensions under development.
 * @property {string} [tests] Absolute path of a test suite to run.
 * @property {boolean} [withoutExtensions] Whether to disable the installed extensions.
 */

/**
 * @param {string} origin `http://127.0.0.1:8484`
 * @param {Opening} opening
 * @returns {string} The address to open in a browser.
 */
export function workbenchAddress(origin, opening) {
  const { folder, files = [], extensions = [], tests } = opening;
  /** @type {[string, string][]} */
  const payload = [];
  for (const extension of extensions) payload.push(['extensionDevelopmentPath', remote(origin, extension)]);
  if (tests) payload.push(['extensionTestsPath', remote(origin, tests)], ['skipWelcome', 'true']);
  if (opening.withoutExtensions) payload.push(['disableExtensions', 'true']);
  for (const file of files) payload.push(['openFile', remote(origin, file)]);

  let query = 'ew=true';
  if (folder) query = `${folder.endsWith('.code-workspace') ? 'workspace' : 'folder'}=${encodePath(folder)}`;
  if (payload.length > 0) query += `&payload=${encodeURIComponent(JSON.stringify(payload))}`;
  return `${origin}/?${query}`;
}

/**
 * @param {string} origin
 * @param {string} file
 * @returns {string} How the workbench calls a file that lies at the server.
 */
function remote(origin, file) {
  return `vscode-remote://${new URL(origin).host}${encodePath(file)}`;
}

/**
 * Keeps the slashes, so that the address stays readable.
 *
 * @param {string} file
 */
function encodePath(file) {
  return path.resolve(file).split(path.sep).map(encodeURIComponent).join('/');
}
