import type { Client } from '../../../e2e/hosts/workbench-client.ts';
import { openSession } from '../../../e2e/hosts/workbench-client.ts';
import type { Random } from '../random.ts';
import { hostileLine } from './messages.ts';

/** The lesson whose API turns on the workbench. */
export const FORGING_LESSON = 'create-book';
/** Reports of the process itself, and those of its watchdog. */
const DESCRIPTORS = [4, 5];

const FORGING_APP = `import { writeSync } from 'node:fs';
import Fastify from 'fastify';

export async function buildApp() {
  const app = Fastify();
  app.post('/say', async (request) => {
    const { fd, line } = request.body as { fd: number; line: string };
    writeSync(fd, Buffer.from(line, 'base64'));
    return { said: true };
  });
  return app;
}
`;

/**
 * A learner's own code writes `count` hostile lines on the descriptors of its process, one for each process: the workbench
 * ends it for that. Returns what went wrong: an end that nobody saw.
 */
export async function forgeMessages(client: Client, count: number, random: Random): Promise<string[]> {
  const session = await openSession(client, FORGING_LESSON);
  const wrong: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const { revision } = await session.edit(`${FORGING_APP}// ${n}\n`);
    const { url } = await session.settled(revision);
    if (!url) throw new Error('The forging API did not start.');
    const fd = random.pick(DESCRIPTORS);
    const line = Buffer.concat([hostileLine(random), Buffer.from('\n')]).toString('base64');
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ fd, line }),
    };
    await fetch(`${url}/say`, init).catch(() => undefined);
    const stopped = session.until(
      (event) => event.type === 'live' && event.revision === revision && event.live.status === 'stopped',
      10_000,
    );
    await stopped.catch(() => wrong.push(`not ended for ${Buffer.from(line, 'base64').subarray(0, 120)} on ${fd}`));
  }
  session.leave();
  return wrong;
}
