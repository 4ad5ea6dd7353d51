/** Bytes of each flood. */
export const FLOOD_BYTES = 100 * 1024 * 1024;

/**
 * An API with one path for each way to write 100 MiB; the answer is sent when all of it is written. It takes turns, so
 * that it is not ended as stalled.
 */
export const FLOODS: Record<string, { name: string; write: string }> = {
  '/lines': { name: 'in a million lines', write: "write(('x'.repeat(99) + '\\n').repeat(640), 64_000)" },
  '/one-line': { name: 'in one line', write: "write('y'.repeat(65_536), 65_536)" },
  '/empty-lines': { name: 'in empty lines', write: "write('\\n'.repeat(65_536), 65_536)" },
  '/escapes': {
    name: 'in terminal escapes',
    write: "write(('\\u001b[31mred\\u001b[0m\\u0007\\u001b[2J' + '\\n').repeat(3_200), 64_000)",
  },
};

export function floodApp(): string {
  const routes = Object.entries(FLOODS).map(([path, { write }]) => `  app.get('${path}', async () => ${write});`);
  return `import Fastify from 'fastify';

async function write(piece: string, bytes: number) {
  for (let n = 0; n < ${FLOOD_BYTES}; n += bytes) {
    process.stdout.write(piece);
    await new Promise((next) => setImmediate(next));
  }
  return 'written';
}

export async function buildApp() {
  const app = Fastify();
${routes.join('\n')}
  return app;
}
`;
}
