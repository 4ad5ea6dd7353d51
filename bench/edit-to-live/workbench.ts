import { fileURLToPath } from 'node:url';
import { openSession, signIn } from '../../e2e/hosts/workbench-client.ts';
import { startWorkbench as startServer } from '../../e2e/hosts/workbench-server.ts';
import type { Contender } from './contender.ts';
import { COURSE, sourceOf, untilAnswered } from './edited-api.ts';

/** The workbench server itself, used as the renderer uses it: signed in, one session, edits through its API. */
export async function startWorkbench(): Promise<Contender> {
  const server = await startServer({ course: fileURLToPath(COURSE), pages: false });
  const session = await openSession(await signIn(server.url), 'live-api');
  let settled: Promise<unknown> = Promise.resolve();
  let revision = 0;
  return {
    name: 'routewright',
    async edit(edit) {
      revision += 1;
      const live = session.settled(revision);
      settled = session.checked(revision);
      await session.edit(await sourceOf(edit));
      const { url } = await live;
      if (!url) throw new Error(`Edit ${edit} is not live.`);
      await untilAnswered(url, edit);
    },
    settle: async () => {
      await settled;
    },
    async close() {
      session.leave();
      await server.stop();
    },
  };
}
