import { copyCourse } from '../../../e2e/hosts/course-copy.ts';
import { openSession, signIn } from '../../../e2e/hosts/workbench-client.ts';
import { startWorkbench } from '../../../e2e/hosts/workbench-server.ts';
import { FLOODS, floodApp } from '../learner/floods.ts';
import { peakMiB } from '../learner/process-state.ts';
import type { Row } from '../row.ts';

const HELD_UP_MS = 50;
const HOST_MIB = 150;

type Flood = { name: string; status: number; longestTurnMs: number; hostPeakMiB: number };

export const logFlood: Row = {
  number: 9,
  figure: '100 MiB of logs',
  target: 'the server held up for less than 50 ms, and below 150 MB',
  async measure({ note }) {
    const course = await copyCourse();
    const server = await startWorkbench({ course: course.dir, pages: false, measured: true });
    const floods: Flood[] = [];
    try {
      const session = await openSession(await signIn(server.url), 'list-books');
      const { revision } = await session.edit(floodApp());
      const { url = '', status } = await session.settled(revision);
      if (status !== 'live') throw new Error(`The API of the flood is ${status}.`);
      for (const [path, { name }] of Object.entries(FLOODS)) {
        note(name);
        await server.longestTurn();
        const answer = await fetch(url + path);
        await answer.text();
        const longestTurnMs = await server.longestTurn();
        floods.push({ name, status: answer.status, longestTurnMs, hostPeakMiB: Math.round(peakMiB(server.pid)) });
      }
      session.leave();
    } finally {
      await server.stop();
      await course.remove();
    }
    const longest = Math.max(...floods.map((flood) => flood.longestTurnMs));
    const peak = Math.max(...floods.map((flood) => flood.hostPeakMiB));
    const answered = floods.filter((flood) => flood.status === 200).length;
    const met = longest < HELD_UP_MS && peak < HOST_MIB && answered === floods.length;
    return {
      status: met ? 'met' : 'missed',
      measured: `held up ${longest} ms at most, server peak ${peak} MiB, ${answered} of ${floods.length} floods written to their end`,
      how: `A handler of a live API writes 100 MiB ${Object.values(FLOODS)
        .map((flood) => flood.name)
        .join(', ')}, while a client reads the session's events; peak is VmHWM of the whole server.`,
      details: { floods },
    };
  },
};
