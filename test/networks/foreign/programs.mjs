/** Python with networkx, igraph and numpy, as Debian has them; installed on the spot where that is possible. */
import { installFromDebian } from '../../../client/desk/debian.mjs';
import { Failure } from '../../../client/desk/failure.mjs';
import { capture, findOnPath } from '../../../client/desk/run.mjs';

const PACKAGES = ['python3', 'python3-networkx', 'python3-igraph', 'python3-numpy'];
const ADVICE = `Install Python 3 with networkx, igraph and numpy (Debian, Ubuntu: apt-get install ${PACKAGES.join(' ')}).`;

/** Another Python may stand before the system's, without the system's packages. */
const CANDIDATES = ['python3', '/usr/bin/python3', 'python'];

/**
 * Finds a Python that has what the checks need, or installs Debian's.
 *
 * @returns {Promise<string>} The program.
 * @throws {Failure} If there is none, and it can't be installed.
 */
export async function ensurePython() {
  const isDone = async () => (await findPython()) !== undefined;
  if (!(await isDone())) {
    await installFromDebian({ what: 'networkx and igraph', packages: PACKAGES, advice: ADVICE, isDone });
  }
  const python = await findPython();
  if (python === undefined) throw new Failure(`There is no Python with networkx and igraph here. ${ADVICE}`);
  return python;
}

async function findPython() {
  for (const candidate of CANDIDATES) {
    const program = candidate.startsWith('/') ? candidate : findOnPath(candidate);
    if (program === undefined) continue;
    const { code } = await capture(program, ['-c', 'import networkx, igraph, numpy'], { timeout: 60_000 });
    if (code === 0) return program;
  }
  return undefined;
}
