/**
 * A lock between processes, held by a folder's existence.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const HEARTBEAT = 5_000;

/** A holder on another machine (a shared home) can't be asked if it lives; its silence must tell. */
const SILENCE = 120_000;

/**
 * Runs `work` while no other process holds the lock. A lock whose holder died is broken.
 *
 * @template T
 * @param {string} lock Path of the lock; its parent folder is made if needed.
 * @param {() => Promise<T>} work
 * @param {(holder: number) => void} [onWait] Called once, with the holder's process id, if there is a wait.
 * @returns {Promise<T>}
 */
export async function withLock(lock, work, onWait) {
  fs.mkdirSync(path.dirname(lock), { recursive: true });
  for (let waited = false; !take(lock); ) {
    const holder = readHolder(lock);
    if (holder && isDead(lock, holder)) {
      breakLock(lock, holder);
      continue;
    }
    if (holder && !waited) {
      onWait?.(holder.pid);
      waited = true;
    }
    await sleep(holder ? 200 : 10);
  }
  const beat = setInterval(() => touch(lock), HEARTBEAT).unref();
  try {
    return await work();
  } finally {
    clearInterval(beat);
    giveBack(lock);
  }
}

/**
 * @typedef {{ pid: number, host: string, since: number }} Holder
 */

/**
 * Tries to take the lock. A folder that already names its holder is moved into place, so that nobody ever
 * sees a lock without a holder: renaming onto a folder that isn't empty fails everywhere.
 *
 * @param {string} lock
 * @returns {boolean}
 */
function take(lock) {
  const candidate = `${lock}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  /** @type {Holder} */
  const holder = { pid: process.pid, host: os.hostname(), since: Date.now() };
  fs.mkdirSync(candidate);
  fs.writeFileSync(path.join(candidate, 'holder.json'), JSON.stringify(holder));
  try {
    fs.renameSync(candidate, lock);
    return true;
  } catch (error) {
    fs.rmSync(candidate, { recursive: true, force: true });
    if (fs.existsSync(lock)) return false;
    // Gone between the two calls, or never creatable: only the second is worth an error.
    if (['EEXIST', 'ENOTEMPTY', 'EPERM'].includes(/** @type {NodeJS.ErrnoException} */ (error).code ?? ''))
      return false;
    throw error;
  }
}

/**
 * @param {string} lock
 * @returns {Holder | undefined} Undefined when the lock was given back meanwhile.
 */
function readHolder(lock) {
  try {
    return JSON.parse(fs.readFileSync(path.join(lock, 'holder.json'), 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * @param {string} lock
 * @param {Holder} holder
 */
function isDead(lock, holder) {
  const silence = Date.now() - (fs.statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  if (silence > SILENCE) return true;
  return holder.host === os.hostname() && !isAlive(holder.pid);
}

/**
 * @param {number} pid
 * @returns {boolean} Whether a process of that id exists, ours or not.
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * Moves a dead holder's lock aside. Several may try at once: who moves a living holder's lock by mistake
 * puts it back.
 *
 * @param {string} lock
 * @param {Holder} dead
 */
function breakLock(lock, dead) {
  const aside = `${lock}.broken.${process.pid}.${Date.now()}`;
  try {
    fs.renameSync(lock, aside);
    const moved = readHolder(aside);
    if (moved && (moved.pid !== dead.pid || moved.since !== dead.since)) fs.renameSync(aside, lock);
  } catch {
    // Another process was faster; the next attempt to take the lock shows.
  }
  fs.rmSync(aside, { recursive: true, force: true });
}

/**
 * Removes a lock of ours in one step: removing it in place would show others a lock without a holder.
 *
 * @param {string} lock
 */
function giveBack(lock) {
  const aside = `${lock}.done.${process.pid}.${Date.now()}`;
  try {
    fs.renameSync(lock, aside);
  } catch {
    // Broken by another process that took us for dead.
  }
  fs.rmSync(aside, { recursive: true, force: true });
}

/**
 * @param {string} lock
 */
function touch(lock) {
  const now = new Date();
  fs.utimes(lock, now, now, () => {});
}
