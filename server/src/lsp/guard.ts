/**
 * Stands between the connection and those who answer: a request that was cancelled before its turn is not begun, and
 * what throws is logged and answered with an error, so that the next request finds the server alive.
 */
import {
  type CancellationToken,
  CancellationToken as CancellationTokens,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import { throwIfCancelled } from './longWork.ts';

/** Errors that are part of the conversation: the client did nothing wrong, nor did we. */
const ORDINARY: readonly number[] = [
  LSPErrorCodes.RequestCancelled,
  LSPErrorCodes.ContentModified,
  LSPErrorCodes.RequestFailed,
  LSPErrorCodes.ServerCancelled,
];

/** Parts of a connection that take handlers of their own. */
const PARTS: readonly PropertyKey[] = [
  'languages',
  'workspace',
  'callHierarchy',
  'semanticTokens',
  'inlayHint',
  'diagnostics',
];

type Handler = (...parameters: unknown[]) => unknown;

/** The same connection, with all handlers that are given to it guarded. Also answers what nobody answers. */
export function guard(connection: Connection): Connection {
  connection.onRequest((method) => {
    connection.console.log(`${method}: not known`);
    return new ResponseError(ErrorCodes.MethodNotFound, `${method} is not known.`);
  });
  const life: Life = { stage: 'waiting' };
  const log: Log = (name, error) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    connection.console.error(`${name}: ${text}`);
  };
  connection.onShutdown(() => {
    life.stage = 'ended';
  });
  return guarded(connection, log, life);
}

type Log = (name: string, error: unknown) => void;

/** Requests are taken between `initialize` and `shutdown`. */
interface Life {
  stage: 'waiting' | 'serving' | 'ended';
}

/** @throws ResponseError on a request that comes too early or too late */
function throwUnlessServing(life: Life, name: string): void {
  if (name === 'onInitialize') life.stage = 'serving';
  if (life.stage === 'waiting')
    throw new ResponseError(ErrorCodes.ServerNotInitialized, 'The server has not been initialized.');
  if (life.stage === 'ended')
    throw new ResponseError(ErrorCodes.InvalidRequest, 'The server has been told to shut down.');
}

/** Members that take handlers are called `on…`; what else there is, is as it was. */
function guarded<T extends object>(part: T, log: Log, life: Life): T {
  return new Proxy(part, {
    get(target, key) {
      const member: unknown = Reflect.get(target, key, target);
      if (PARTS.includes(key) && typeof member === 'object' && member !== null)
        return guarded(member, log, life);
      if (typeof member !== 'function') return member;
      if (!/^on(?:$|[A-Z])/.test(String(key))) return member.bind(target);
      return (...parameters: unknown[]) => {
        const last = parameters.length - 1;
        const handler = parameters[last];
        // Our own requests are named by their first parameter.
        const name = last > 0 ? String(parameters[0]) : String(key);
        if (typeof handler === 'function')
          parameters[last] = guardedHandler(name, handler as Handler, log, life);
        return member.apply(target, parameters);
      };
    },
  });
}

function guardedHandler(name: string, handler: Handler, log: Log, life: Life): Handler {
  return (...parameters) => {
    const token = parameters.find((each): each is CancellationToken => CancellationTokens.is(each));
    // A notification has nobody to tell.
    const failed = (error: unknown) => {
      if (!(error instanceof ResponseError && ORDINARY.includes(error.code))) log(name, error);
      if (token) throw error;
    };
    try {
      if (token) {
        throwUnlessServing(life, name);
        throwIfCancelled(token);
        if (parameters[0] !== token) parameters[0] = withDocument(parameters[0]);
      }
      const result = handler(...parameters);
      return result instanceof Promise ? result.catch(failed) : result;
    } catch (error) {
      return failed(error);
    }
  };
}

/**
 * The parameters of a request. Where they name no document, a handler that asks for it fails with the client's mistake,
 * not with one of ours; to all others they are the same.
 */
function withDocument(params: unknown): unknown {
  if (typeof params !== 'object' || Array.isArray(params)) return params;
  const { textDocument } = (params ?? {}) as { textDocument?: unknown };
  if (typeof textDocument === 'object' && textDocument !== null) return params;
  return Object.defineProperty({ ...params }, 'textDocument', {
    enumerable: false,
    get: () => {
      throw new ResponseError(ErrorCodes.InvalidParams, 'The request names no text document.');
    },
  });
}
