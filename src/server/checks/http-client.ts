import type { Socket } from 'node:net';
import { createSecureContext, type SecureContext } from 'node:tls';
import { buildConnector, Client, type Dispatcher, errors } from 'undici';
import { RoutewrightError } from '../../contract/errors.ts';
import type { ReceivedResponse, SentRequest } from '../../contract/evidence.ts';
import { LIMITS } from '../../contract/limits.ts';
import { readBody } from './read-body.ts';

/** Bytes of one exchange on the wire, whatever they are: interim answers and chunk extensions are part of no body. */
const WIRE_BYTES = 4 * LIMITS.responseBytes;
const WIRE_LOOK_MS = 20;

/**
 * Sends one request to the API at `url` (its base, such as http://127.0.0.1:4711) and reads the whole answer.
 * At most LIMITS.requestMs in total and LIMITS.responseBytes decoded; a redirect is an answer like any other.
 * With https only what `ca` (PEM) signed is trusted.
 * Only that base is ever reached: `request.path` is a path with query, not an address.
 * Throws RW_CHECK_TIMEOUT, RW_CHECK_CONNECTION, RW_CHECK_TOO_LARGE, RW_REQUEST_REFUSED, or the signal's reason.
 */
export async function sendRequest(
  url: string,
  request: SentRequest,
  signal: AbortSignal,
  { ca }: { ca?: string } = {},
): Promise<ReceivedResponse> {
  signal.throwIfAborted();
  if (!request.path.startsWith('/'))
    throw new RoutewrightError('RW_REQUEST_REFUSED', { detail: `${request.path} is not a path.` });
  const limit = AbortSignal.timeout(LIMITS.requestMs);
  const started = performance.now();
  const flood = new AbortController();
  const wire = watchWire(() => flood.abort(new RoutewrightError('RW_CHECK_TOO_LARGE', { limit: WIRE_BYTES })), ca);
  const client = new Client(new URL(url).origin, { pipelining: 0, connect: wire.connect });
  try {
    const response = await client.request({
      method: request.method as Dispatcher.HttpMethod,
      path: request.path,
      headers: request.headers,
      body: request.body ?? null,
      signal: AbortSignal.any([signal, limit, flood.signal]),
      // Never paused below the limit: undici takes the end of a connection that it paused for a broken one.
      highWaterMark: LIMITS.responseBytes + 1,
    });
    const body = await readBody(response.body, response.headers['content-encoding'], LIMITS.responseBytes);
    return {
      status: response.statusCode,
      headers: flatten(response.headers),
      body,
      truncated: false,
      ms: performance.now() - started,
    };
  } catch (error) {
    signal.throwIfAborted();
    flood.signal.throwIfAborted();
    throw readable(error, limit.aborted);
  } finally {
    wire.stop();
    void client.destroy().catch(() => undefined);
  }
}

/** Calls `onFlood` once when a connection made by `connect` has brought more than WIRE_BYTES. */
function watchWire(
  onFlood: () => void,
  ca: string | undefined,
): { connect: buildConnector.connector; stop: () => void } {
  let socket: Socket | null = null;
  const plain = buildConnector(ca === undefined ? {} : { secureContext: trusting(ca), allowH2: false });
  const timer = setInterval(() => {
    if (socket && socket.bytesRead > WIRE_BYTES) onFlood();
  }, WIRE_LOOK_MS);
  return {
    connect: (options, done) =>
      // As the certificate says, whatever the Host header of this request is.
      plain({ ...options, servername: ca === undefined ? options.servername : 'localhost' }, (...result) => {
        socket = result[1];
        done(...result);
      }),
    stop: () => clearInterval(timer),
  };
}

const contexts = new Map<string, SecureContext>();

/** Nothing but what this authority signed. Made once: a workbench has one authority. */
function trusting(ca: string): SecureContext {
  const known = contexts.get(ca) ?? createSecureContext({ ca });
  contexts.clear();
  contexts.set(ca, known);
  return known;
}

const REFUSED = [errors.InvalidArgumentError, errors.NotSupportedError, errors.RequestContentLengthMismatchError];

/** Headers that came several times are joined as RFC 9110, section 5.3 says. */
function flatten(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}

function readable(error: unknown, timedOut: boolean): RoutewrightError {
  if (error instanceof RoutewrightError) return error;
  const options = { cause: error };
  if (timedOut) return new RoutewrightError('RW_CHECK_TIMEOUT', { ms: LIMITS.requestMs }, options);
  const detail = error instanceof Error ? error.message : String(error);
  // undici refuses what HTTP cannot carry (a line break in a header, an unknown method) before it sends anything.
  if (REFUSED.some((kind) => error instanceof kind))
    return new RoutewrightError('RW_REQUEST_REFUSED', { detail }, options);
  return new RoutewrightError('RW_CHECK_CONNECTION', { detail: detail || 'it was closed' }, options);
}
