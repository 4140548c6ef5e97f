/**
 * What one embedded editor keeps apart from all others: settings, extensions, and its environment.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Characters. A socket's whole path must not exceed some hundred. */
const SOCKET_FOLDER_LIMIT = 45;

/**
 * Variables that would change what code-server does: PORT would overrule its own option, and those of a
 * surrounding VS Code would make it hand its work over to that one.
 */
const MEDDLING =
  /^(VSCODE_|CODE_SERVER_|CS_|npm_|(PORT|(HASHED_)?PASSWORD|LOG_LEVEL|NODE_OPTIONS|INIT_CWD)$)/;

/**
 * @typedef {object} Profile
 * @property {string} userData Folder of the user's settings and state.
 * @property {string} extensions Folder of the installed extensions.
 * @property {NodeJS.ProcessEnv} [env] Variables that keep the editor from leaving traces elsewhere.
 */

/**
 * Makes a profile in a fresh temporary folder, which goes with `remove`, or else with this process.
 *
 * @returns {Profile & { folder: string, remove: () => void }}
 */
export function freshProfile() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'demarche-desk-'));
  const temporary = path.join(folder, 'tmp');
  fs.mkdirSync(temporary);
  const remove = () => {
    process.off('exit', remove);
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  process.on('exit', remove);
  return {
    folder,
    userData: path.join(folder, 'data'),
    extensions: path.join(folder, 'extensions'),
    env: {
      XDG_DATA_HOME: path.join(folder, 'logs'),
      // The editor leaves sockets in the temporary folder.
      ...(temporary.length <= SOCKET_FOLDER_LIMIT && { TMPDIR: temporary, XDG_RUNTIME_DIR: temporary }),
    },
    remove,
  };
}

/**
 * Makes a profile's folders where they are missing.
 *
 * @param {Profile} profile
 * @returns {string[]} code-server's options for it.
 */
export function profileFlags(profile) {
  fs.mkdirSync(profile.userData, { recursive: true });
  fs.mkdirSync(profile.extensions, { recursive: true });
  // An empty configuration, so that the one in the user's home says nothing here.
  const config = path.join(profile.userData, 'code-server.yaml');
  fs.writeFileSync(config, '');
  return ['--user-data-dir', profile.userData, '--extensions-dir', profile.extensions, '--config', config];
}

/**
 * @param {Profile} profile
 * @returns {NodeJS.ProcessEnv}
 */
export function environment(profile) {
  const kept = Object.entries(process.env).filter(([name]) => !MEDDLING.test(name));
  return {
    ...Object.fromEntries(kept),
    // No gallery: an editor that is tested must not ask the network for anything.
    EXTENSIONS_GALLERY: '{"serviceUrl":""}',
    ...profile.env,
  };
}
