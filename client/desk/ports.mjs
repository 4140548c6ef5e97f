/**
 * Ports of this machine's own address. Nothing here listens to the network.
 */
import net from 'node:net';
import { Failure } from './failure.mjs';

export const LOCAL = '127.0.0.1';

/**
 * Tries to listen on a port, and lets go of it again.
 *
 * @param {number} port 0 for any.
 * @returns {Promise<number>} The port.
 * @throws {NodeJS.ErrnoException} EADDRINUSE, EACCES …
 */
function probe(port) {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen({ port, host: LOCAL, exclusive: true }, () => {
      const address = /** @type {net.AddressInfo} */ (server.address());
      server.close(() => resolve(address.port));
    });
  });
}

/**
 * @returns {Promise<number>} A port that nobody uses just now.
 */
export function anyFreePort() {
  return probe(0);
}

/**
 * @param {number} port
 * @throws {Failure} If it can't be listened on, with the reason.
 */
export async function demandFreePort(port) {
  try {
    await probe(port);
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === 'EADDRINUSE') throw new Failure(`Port ${port} is taken by another program: choose another.`);
    if (code === 'EACCES') throw new Failure(`Port ${port} needs special rights. Choose one above 1023.`);
    throw new Failure(`Port ${port} can’t be used: ${code ?? error}.`);
  }
}

/**
 * @param {number} port Where to begin.
 * @returns {Promise<number>} The first free port among the twenty from there on.
 * @throws {Failure} If there is none.
 */
export async function nextFreePort(port) {
  for (let candidate = port; candidate < Math.min(port + 20, 65_536); candidate++) {
    const free = await probe(candidate).catch(() => undefined);
    if (free) return free;
  }
  throw new Failure(`The ports from ${port} on are all taken. Name a free one with --port.`);
}
