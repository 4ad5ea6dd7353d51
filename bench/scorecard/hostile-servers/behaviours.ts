import type { Socket } from 'node:net';
import { brotliCompressSync, constants, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';

/** What a hostile API does with a connection after the first bytes of a request; `path` is what was asked for. */
type Behaviour = (socket: Socket, path: string) => void;

const MIB = 1024 * 1024;
const BLOCK = Buffer.alloc(64 * 1024, 'x');
const OK = 'HTTP/1.1 200 OK\r\n';
const CHUNKED = `${OK}transfer-encoding: chunked\r\n\r\n`;

/** 200 MiB of zeros in few bytes, by content coding. */
const COMPRESSIONS = {
  gzip: () => gzipSync(zeros()),
  deflate: () => deflateSync(zeros()),
  br: () => brotliCompressSync(zeros(), { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
  zstd: () => zstdCompressSync(zeros()),
};
const zeros = (): Buffer => Buffer.alloc(200 * MIB);

/** Hostile APIs by name. Each says one thing at the level of bytes, so that no HTTP library makes it honest. */
export const BEHAVIOURS: Record<string, Behaviour> = {
  'endless body': (socket) => flood(socket, `${OK}connection: close\r\n\r\n`, BLOCK),
  'endless chunks': (socket) => flood(socket, CHUNKED, Buffer.concat([Buffer.from('10000\r\n'), BLOCK, CRLF])),
  silent: () => undefined,
  'drips its headers': (socket) => drip(socket, OK, 'x: y\r\n'),
  'drips its body': (socket) => drip(socket, `${OK}content-length: 99999\r\n\r\n`, 'x'),
  'drips a compressed body': (socket) =>
    drip(socket, `${OK}content-encoding: gzip\r\ncontent-length: 99999\r\n\r\n`, '\x1f'),
  'gzip bomb': bomb('gzip'),
  'deflate bomb': bomb('deflate'),
  'brotli bomb': bomb('br'),
  'zstd bomb': bomb('zstd'),
  'headers of 1 MB': (socket) => socket.end(`${OK}${`x-pad: ${'y'.repeat(1_000)}\r\n`.repeat(1_000)}\r\nbody`),
  'one header of 1 MB': (socket) => socket.end(`${OK}x-pad: ${'y'.repeat(MIB)}\r\n\r\nbody`),
  'endless headers': (socket) => flood(socket, OK, Buffer.from('x: y\r\n'.repeat(10_000))),
  'endless interim answers': (socket) =>
    flood(socket, '', Buffer.from('HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'.repeat(1_000))),
  'endless trailers': (socket) => flood(socket, `${CHUNKED}0\r\n`, Buffer.from('x: y\r\n'.repeat(10_000))),
  'endless chunk extension': (socket) => flood(socket, `${CHUNKED}5;`, BLOCK),
  'huge chunk size': (socket) => flood(socket, `${CHUNKED}fffffffffffffff\r\n`, BLOCK),
  'overflowing chunk size': (socket) => flood(socket, `${CHUNKED}ffffffffffffffffffff\r\n`, BLOCK),
  'redirects to itself': (socket, path) =>
    socket.end(`HTTP/1.1 302 Found\r\nlocation: ${path}x\r\ncontent-length: 0\r\n\r\n`),
  'not HTTP': (socket) => socket.end(`${'\0'.repeat(100)}\r\n\r\n`),
  'malformed status line': (socket) => socket.end('HTTP/9.9 abc\r\n\r\n'),
  'two lengths': (socket) => socket.end(`${OK}content-length: 3\r\ncontent-length: 9\r\n\r\nabcdefghi`),
  'length and chunks': (socket) =>
    socket.end(`${OK}content-length: 3\r\ntransfer-encoding: chunked\r\n\r\n5\r\nabcde\r\n0\r\n\r\n`),
  'length too long': (socket) => socket.end(`${OK}content-length: 1000\r\n\r\nabc`),
  'length too long, stays open': (socket) => socket.write(`${OK}content-length: 1000\r\n\r\nabc`),
  'length too short': (socket) => socket.end(`${OK}content-length: 3\r\n\r\n${'abc'.repeat(100_000)}`),
  'length beyond numbers': (socket) => flood(socket, `${OK}content-length: 99999999999999999999\r\n\r\n`, BLOCK),
  'early close': (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-le'),
  reset: (socket) => socket.resetAndDestroy(),
  'switches protocols unasked': (socket) =>
    flood(socket, 'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n', BLOCK),
  'a second answer that nobody asked for': (socket) =>
    socket.write(`${OK}content-length: 1\r\n\r\na${`${OK}content-length: 1\r\n\r\nb`.repeat(1_000)}`),
  'broken compression': (socket) => socket.end(`${OK}content-encoding: zstd\r\ncontent-length: 3\r\n\r\nabc`),
};

const CRLF = Buffer.from('\r\n');

/** `head`, then `block` for ever, as fast as the other side takes it. */
function flood(socket: Socket, head: string, block: Buffer): void {
  if (head !== '') socket.write(head);
  const more = (): void => {
    while (!socket.destroyed && socket.write(block));
  };
  socket.on('drain', more);
  more();
}

/** `head`, then `piece` every 100 ms. */
function drip(socket: Socket, head: string, piece: string): void {
  socket.write(head);
  const timer = setInterval(() => socket.write(piece, 'latin1'), 100);
  socket.on('close', () => clearInterval(timer));
}

const bombs = new Map<string, Buffer>();

/** Makes every bomb, so that none is waited for when it is asked for. */
export function makeBombs(): void {
  for (const [encoding, make] of Object.entries(COMPRESSIONS)) bombs.set(encoding, make());
}

function bomb(encoding: keyof typeof COMPRESSIONS): Behaviour {
  return (socket) => {
    const bytes = bombs.get(encoding);
    if (!bytes) throw new Error('makeBombs() comes first.');
    socket.write(`${OK}content-encoding: ${encoding}\r\ncontent-length: ${bytes.length}\r\n\r\n`);
    socket.end(bytes);
  };
}
