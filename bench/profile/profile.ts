import { fileURLToPath } from 'node:url';
import { openSession, type SessionDriver, signIn } from '../../e2e/hosts/workbench-client.ts';
import { COURSE, sourceOf, untilAnswered } from '../edit-to-live/edited-api.ts';
import { figuresOf } from '../figures.ts';
import { betweenEdits, untilOpened } from '../pace.ts';
import { type Hop, now } from './hop.ts';
import { startListened } from './listened-server.ts';

/** One hop of an edit. `at`: since the edit was sent; `took`: since the hop before it. Medians in ms. */
export type ProfiledHop = { hop: string; at: number; took: number; tookP95: number };

/** Edits before the measured ones. */
const WARM_UP = 3;

/** What a hop is called for a reader: how far the edit has come. The second list is of the process for the checks. */
const WORDS: Record<string, string> = {
  arrived: 'request parsed',
  visible: 'visible on disk',
  saved: 'durable on disk',
  begun: 'run begun',
  asked: 'process asked for',
  read: 'workspace read',
  taken: 'process taken',
  sent: 'command sent',
  received: 'command received',
  entered: 'workspace entered',
  loaded: 'modules loaded',
  built: 'buildApp done',
  listening: 'listening',
  documented: 'document made',
  ready: 'ready received',
  live: 'live event sent',
  documents: 'documents sent',
};

/**
 * Breaks an edit of a lesson with ten checks into its hops, from the call of `session.edit` to the last verdict's event,
 * in the order in which they happen.
 */
export async function profile(rounds: number, onRound: (round: number) => void): Promise<ProfiledHop[]> {
  const server = await startListened(fileURLToPath(COURSE));
  try {
    const session = await openSession(await signIn(server.url), 'ten-checks');
    await untilOpened(session);
    const outside: Hop[][] = [];
    for (let edit = 1; edit <= WARM_UP + rounds; edit += 1) {
      outside.push(await watchedEdit(session, edit));
      onRound(edit);
      await betweenEdits();
    }
    session.leave();
    const inside = await server.hops();
    const edits = outside.map((passed, index) => [...passed, ...named(inside.at(index - outside.length) ?? [])]);
    return summary(edits.slice(WARM_UP));
  } finally {
    await server.stop();
    await server.remove();
  }
}

/** What a caller sees of one edit. */
async function watchedEdit(session: SessionDriver, edit: number): Promise<Hop[]> {
  const text = await sourceOf(edit);
  const passed: Hop[] = [{ hop: 'edit sent', at: now() }];
  const pass = (hop: string) => passed.push({ hop, at: now() });
  const live = session.settled(edit).then((state) => {
    pass('live event received');
    return state;
  });
  const checked = session.checked(edit).then(() => pass('verdicts received'));
  const saved = session.edit(text).then(() => pass('save confirmed'));
  await untilAnswered((await live).url ?? '', edit);
  pass('first right answer');
  await Promise.all([saved, checked]);
  return passed;
}

/** Hops in words; what a second process passes is for the checks. */
function named(hops: Hop[]): Hop[] {
  const seen = new Set<string>();
  return hops.map(({ hop, at, detail }) => {
    if (hop === 'verdict') return { hop: `verdict "${detail}"`, at };
    const again = seen.has(hop);
    seen.add(hop);
    return { hop: `${again ? 'checks: ' : ''}${WORDS[hop] ?? hop}`, at };
  });
}

function summary(edits: Hop[][]): ProfiledHop[] {
  const since = new Map<string, number[]>();
  const took = new Map<string, number[]>();
  for (const edit of edits) {
    const sorted = edit.toSorted((a, b) => a.at - b.at);
    const [first] = sorted;
    sorted.forEach(({ hop, at }, index) => {
      since.set(hop, [...(since.get(hop) ?? []), at - (first?.at ?? at)]);
      took.set(hop, [...(took.get(hop) ?? []), at - (sorted[index - 1]?.at ?? at)]);
    });
  }
  return [...since]
    .map(([hop, values]) => {
      const { p50, p95 } = figuresOf(took.get(hop) ?? []);
      return { hop, at: figuresOf(values).p50, took: p50, tookP95: p95 };
    })
    .sort((a, b) => a.at - b.at);
}
