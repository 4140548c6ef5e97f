/**
 * GNU parallel and Slurm as Debian has them; installed on the spot where that is possible.
 */
import { installFromDebian } from '../../client/desk/debian.mjs';
import { Failure } from '../../client/desk/failure.mjs';
import { capture, findOnPath } from '../../client/desk/run.mjs';

const ADVICE =
  'Install GNU parallel, Slurm and MUNGE (Debian, Ubuntu: apt-get install parallel slurmctld slurmd slurm-client munge).';

/**
 * Finds GNU parallel and Slurm, or installs Debian's.
 *
 * @throws {Failure} If one is missing and can't be installed.
 */
export async function ensureEngines() {
  if (await areThere()) return;
  await installFromDebian({
    what: 'GNU parallel and Slurm',
    packages: ['parallel', 'slurmctld', 'slurmd', 'slurm-client', 'munge'],
    advice: ADVICE,
    isDone: areThere,
  });
  if (!(await areThere())) throw new Failure(`GNU parallel or Slurm is missing here. ${ADVICE}`);
}

async function areThere() {
  const isSlurmThere = ['munged', 'slurmctld', 'slurmd', 'sbatch', 'sinfo'].every((name) => findOnPath(name));
  if (!isSlurmThere) return false;
  // Debian has another program of that name, in moreutils.
  const { code, output } = await capture('parallel', ['--version'], { timeout: 30_000 });
  return code === 0 && output.includes('GNU parallel');
}
