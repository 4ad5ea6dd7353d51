import { copyCourse } from '../../../e2e/hosts/course-copy.ts';
import { openSession, signIn } from '../../../e2e/hosts/workbench-client.ts';
import { startWorkbench } from '../../../e2e/hosts/workbench-server.ts';
import { FLOODS, floodApp } from '../learner/floods.ts';
import { ownMiB, peakMiB } from '../learner/process-state.ts';
import type { Row } from '../row.ts';

const HELD_UP_MS = 50;
const HOST_MIB = 150;

const SAMPLE_MS = 20;

type Flood = { name: string; status: number; longestTurnMs: number; ownPeakMiB: number };

export const logFlood: Row = {
  number: 9,
  figure: '100 MiB of logs',
  target: 'the server held up for less than 50 ms, and below 150 MB',
  async measure({ note }) {
    const course = await copyCourse();
    const server = await startWorkbench({ course: course.dir, pages: false, measured: true });
    const floods: Flood[] = [];
    let total = 0;
    try {
      const session = await openSession(await signIn(server.url), 'list-books');
      const { revision } = await session.edit(floodApp());
      const { url = '', status } = await session.settled(revision);
      if (status !== 'live') throw new Error(`The API of the flood is ${status}.`);
      for (const [path, { name }] of Object.entries(FLOODS)) {
        note(name);
        await server.longestTurn();
        let ownPeakMiB = 0;
        const sampler = setInterval(() => {
          ownPeakMiB = Math.max(ownPeakMiB, Math.round(ownMiB(server.pid)));
        }, SAMPLE_MS);
        const answer = await fetch(url + path);
        await answer.text();
        clearInterval(sampler);
        floods.push({ name, status: answer.status, longestTurnMs: await server.longestTurn(), ownPeakMiB });
      }
      session.leave();
      total = Math.round(peakMiB(server.pid));
    } finally {
      await server.stop();
      await course.remove();
    }
    const longest = Math.max(...floods.map((flood) => flood.longestTurnMs));
    const peak = Math.max(...floods.map((flood) => flood.ownPeakMiB));
    const answered = floods.filter((flood) => flood.status === 200).length;
    const met = longest < HELD_UP_MS && peak < HOST_MIB && answered === floods.length;
    return {
      status: met ? 'met' : 'missed',
      measured: `held up ${longest} ms at most, at most ${peak} MiB of its own (${total} with the shared pages of Node), ${answered} of ${floods.length} floods written to their end`,
      how: `A handler of a live API writes 100 MiB ${Object.values(FLOODS)
        .map((flood) => flood.name)
        .join(
          ', ',
        )}, while a client reads the session's events; its own memory is RssAnon, read every ${SAMPLE_MS} ms.`,
      details: { floods, total },
    };
  },
};
