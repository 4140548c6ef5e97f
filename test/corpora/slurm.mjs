/**
 * A Slurm of one machine, in a folder, on ports of its own, under the user who runs it; nothing of it stays.
 */
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { anyFreePort } from '../../client/desk/ports.mjs';
import { capture } from '../../client/desk/run.mjs';

/** A daemon answers within seconds, or never. */
const PATIENCE = 30_000;

/**
 * Runs `work` with a cluster. The environment that it is given tells Slurm's programs where the cluster is.
 *
 * @param {string} parent A folder to make the cluster's folder in.
 * @param {(env: NodeJS.ProcessEnv) => Promise<void>} work
 */
export async function withSlurm(parent, work) {
  const folder = fs.mkdtempSync(path.join(parent, 'slurm-'));
  fs.chmodSync(folder, 0o755);
  const env = { ...process.env, SLURM_CONF: await writeConfiguration(folder) };
  try {
    await startDaemon('munged', [
      '--force',
      ...['key', 'pid', 'log', 'seed'].map((name) => `--${name}-file=${path.join(folder, `munge.${name}`)}`),
      `--socket=${path.join(folder, 'munge.socket')}`,
    ]);
    await startDaemon('slurmctld', [], env);
    await startDaemon('slurmd', [], env);
    await until('Slurm’s node to be idle', async () => {
      const { stdout } = await capture('sinfo', ['-h', '-o', '%T'], { env, timeout: PATIENCE });
      return stdout.trim() === 'idle';
    });
    await work(env);
  } finally {
    for (const name of ['slurmd.pid', 'slurmctld.pid', 'munge.pid']) endDaemon(path.join(folder, name));
  }
}

/**
 * @param {string} folder
 * @returns {Promise<string>} The path of Slurm's configuration.
 */
async function writeConfiguration(folder) {
  fs.writeFileSync(path.join(folder, 'munge.key'), crypto.randomBytes(128), { mode: 0o600 });
  for (const name of ['state', 'spool']) fs.mkdirSync(path.join(folder, name));
  const [controller, node] = [await anyFreePort(), await anyFreePort()];
  const host = os.hostname().split('.')[0];
  const user = os.userInfo().username;
  const file = path.join(folder, 'slurm.conf');
  fs.writeFileSync(
    file,
    `ClusterName=one
SlurmctldHost=${host}(127.0.0.1)
SlurmUser=${user}
SlurmdUser=${user}
AuthType=auth/munge
AuthInfo=socket=${folder}/munge.socket
CredType=cred/munge
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
JobAcctGatherType=jobacct_gather/none
StateSaveLocation=${folder}/state
SlurmdSpoolDir=${folder}/spool
SlurmctldPidFile=${folder}/slurmctld.pid
SlurmdPidFile=${folder}/slurmd.pid
SlurmctldLogFile=${folder}/slurmctld.log
SlurmdLogFile=${folder}/slurmd.log
SlurmctldPort=${controller}
SlurmdPort=${node}
ReturnToService=2
MpiDefault=none
NodeName=${host} NodeAddr=127.0.0.1 CPUs=${os.availableParallelism()} RealMemory=1500 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
`,
  );
  return file;
}

/**
 * @param {string} program It goes into the background by itself.
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
async function startDaemon(program, args, env = process.env) {
  // Its children must not hold our pipes open.
  const line = `${[program, ...args].map((word) => `'${word}'`).join(' ')} </dev/null >/dev/null 2>&1`;
  const { code } = await capture('sh', ['-c', line], { env, timeout: PATIENCE });
  if (code !== 0) throw new Error(`${program} ended with code ${code}`);
}

/** @param {string} pidFile */
function endDaemon(pidFile) {
  try {
    process.kill(Number(fs.readFileSync(pidFile, 'utf8')), 'SIGKILL');
  } catch {
    // It never started.
  }
}

/**
 * @param {string} what For the message.
 * @param {() => Promise<boolean>} isSo
 */
export async function until(what, isSo) {
  for (const end = Date.now() + PATIENCE; !(await isSo()); ) {
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
