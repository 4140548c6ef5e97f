/**
 * The user's own browser.
 */
import { capture, findOnPath } from './run.mjs';

/**
 * @returns {boolean} Whether a window could be seen by somebody.
 */
export function hasDisplay() {
  if (process.platform === 'linux') return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  return !process.env.SSH_CONNECTION;
}

/**
 * Shows an address in the user's browser, if there is one. It being closed already is no fault: the address
 * is printed as well.
 *
 * @param {string} address
 * @returns {Promise<boolean>} Whether a browser took it.
 */
export async function showInBrowser(address) {
  if (!hasDisplay()) return false;
  const opener = findOnPath(process.platform === 'darwin' ? 'open' : 'xdg-open');
  if (!opener) return false;
  const { code } = await capture(opener, [address], { timeout: 10_000 });
  return code === 0;
}
