/**
 * The editors that others wrote, as Debian has them; installed on the spot where that is possible.
 */
import { installFromDebian } from '../../client/desk/debian.mjs';
import { Failure } from '../../client/desk/failure.mjs';
import { capture, findOnPath } from '../../client/desk/run.mjs';

const ADVICE =
  'Install Neovim 0.7 or later and Emacs with eglot (Debian, Ubuntu: apt-get install neovim emacs-nox elpa-eglot).';

/** Without a user's settings, but with the system's packages (-Q would leave them out); succeeds if eglot is there. */
const HAS_EGLOT = ['-q', '--batch', '-f', 'package-initialize', '-l', 'eglot'];

/**
 * Finds Neovim and Emacs with eglot, or installs Debian's.
 *
 * @returns {Promise<{ neovim: string, emacs: string }>} The paths of the programs.
 * @throws {Failure} If one is missing and can't be installed.
 */
export async function ensureEditors() {
  const what = 'Neovim and Emacs';
  if (!(await areThere())) {
    await installFromDebian({ what, packages: ['neovim', 'emacs-nox'], advice: ADVICE, isDone: areThere });
  }
  const neovim = findOnPath('nvim');
  const emacs = findOnPath('emacs');
  if (!neovim || !emacs) throw new Failure(`There is no ${neovim ? 'Emacs' : 'Neovim'} here. ${ADVICE}`);
  if (!(await hasEglot())) {
    // Up to Emacs 28 eglot is a package of its own; later Debians have none of that name.
    await installFromDebian({ what: 'eglot', packages: ['elpa-eglot'], advice: ADVICE, isDone: hasEglot });
  }
  if (!(await hasEglot())) throw new Failure(`Emacs has no eglot here. ${ADVICE}`);
  return { neovim, emacs };
}

async function areThere() {
  return findOnPath('nvim') !== undefined && findOnPath('emacs') !== undefined;
}

async function hasEglot() {
  return (await capture('emacs', HAS_EGLOT, { timeout: 60_000 })).code === 0;
}
