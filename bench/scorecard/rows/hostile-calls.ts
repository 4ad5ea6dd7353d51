import { GOOD_COURSE } from '../../../e2e/hosts/course-copy.ts';
import {
  type Client,
  clientOf,
  exchangeToken,
  openSession,
  type SignedIn,
} from '../../../e2e/hosts/workbench-client.ts';
import { startWorkbench, type WorkbenchServer } from '../../../e2e/hosts/workbench-server.ts';
import { type Call, honestCall, hostileCall } from '../hostile-calls/calls.ts';
import { FORGING_LESSON, forgeMessages } from '../hostile-calls/forging-api.ts';
import { homeState } from '../hostile-calls/home-state.ts';
import { rawBytes } from '../hostile-calls/raw-bytes.ts';
import { type Answer, sendBytes, sendCall } from '../hostile-calls/send-call.ts';
import { readHostileLines } from '../hostile-calls/send-messages.ts';
import { type ValidInput, VERSION, validInputs } from '../hostile-calls/valid-inputs.ts';
import { type Random, randomOf } from '../random.ts';
import type { MeasureOptions, Row } from '../row.ts';

const SEED = 20_261_123;
const FULL = { calls: 7_700, bytes: 300, lines: 1_960, forged: 40 };
const QUICK = { calls: 400, bytes: 40, lines: 200, forged: 3 };
const API = `import Fastify from 'fastify';

export async function buildApp() {
  const app = Fastify();
  app.get('/api/v1/books', async () => ({ data: [] }));
  return app;
}
`;

type Attacked = { server: WorkbenchServer; client: Client; headers: SignedIn; port: string; sessionId: string };

/** Calls and messages that mean harm, at the server's two untrusted doors. */
export const hostileCalls: Row = {
  number: 20,
  figure: 'Hostile API calls and protocol messages, 10,000',
  target: '0 uncaught, 0 state changes',
  async measure({ quick, note }) {
    const counts = quick ? QUICK : FULL;
    const random = randomOf(SEED);
    const server = await startWorkbench({ course: GOOD_COURSE, pages: false, measured: true });
    try {
      const headers = await exchangeToken(server.url);
      const client = clientOf(server.url, headers);
      const session = await openSession(client, 'list-books');
      const { revision } = await session.edit(API);
      await session.checked(revision);
      const attacked = { server, client, headers, port: new URL(server.url).port, sessionId: session.sessionId };

      const before = await stateOf(attacked);
      await server.longestTurn();
      const wrong = [
        ...(await attackByCalls(attacked, counts.calls, random, note)),
        ...(await attackByBytes(attacked, counts.bytes, random)),
        ...readHostileLines(counts.lines, random),
        ...(await forgeMessages(client, counts.forged, random)),
      ];
      const longestTurn = await server.longestTurn();
      const changed = (await stateOf(attacked)) === before ? 0 : 1;
      const uncaught = server.errors().trim();
      const refused = await sendHonestly(attacked);
      if (refused.length > 0)
        throw new Error(`Honest calls are refused, so refusals prove nothing: ${refused.join('; ')}`);
      if ((await stateOf(attacked)) === before)
        throw new Error('Honest calls left no trace: the state is not looked at.');
      session.leave();
      const total = counts.calls + counts.bytes + counts.lines + counts.forged;
      const harm = wrong.length + changed + (uncaught === '' ? 0 : 1);
      return {
        status: harm === 0 ? 'met' : 'missed',
        measured: `${total} (seed ${SEED}): ${uncaught === '' ? 0 : uncaught} uncaught, ${changed} state changes, ${wrong.length} answered wrongly`,
        how: `${counts.calls} calls of 17 procedures, ${counts.bytes} broken requests, ${counts.lines} lines to the reader, ${counts.forged} from a learner's process; files, versions and rows compared; the honest calls behind them are accepted; the server's longest turn ${longestTurn} ms`,
        details: { seed: SEED, ...counts, wrong: wrong.slice(0, 50), uncaught, longestTurn },
      };
    } finally {
      await server.stop();
    }
  },
};

/** What is kept on disk and what the session shows, but for the lesson that forges messages. */
async function stateOf({ server, client, sessionId }: Attacked): Promise<string> {
  const snapshot = await client.session.open({ lessonId: 'list-books', track: 'fastify' });
  if (snapshot.sessionId !== sessionId) return 'another session';
  const { settings, course } = client;
  const seen = [snapshot, await settings.all(), (await course.outline()).stages.filter((stage) => stage.id === 'plan')];
  return `${JSON.stringify(seen)}\n${await homeState(server.home, [FORGING_LESSON])}`;
}

async function attackByCalls(
  { headers, port, sessionId }: Attacked,
  count: number,
  random: Random,
  note: MeasureOptions['note'],
): Promise<string[]> {
  const wrong: string[] = [];
  const inputs = validInputs(sessionId);
  for (let n = 0; n < count; n += 1) {
    if (n % 100 === 0) note(`call ${n} of ${count}`);
    const call = hostileCall(random.pick(inputs), headers, port, random);
    const answer = await sendCall(port, call);
    if (!isRefusal(answer, call)) wrong.push(`${shown(call)} -> ${answer.status} ${answer.body.slice(0, 200)}`);
  }
  return wrong;
}

/** Refused with a status of the caller's, without a word about the inside. */
function isRefusal({ status, body }: Answer, { mayAnswer }: Pick<Call, 'mayAnswer'>): boolean {
  const clean = !/\n\s+at |node_modules/.test(body);
  return clean && ((status >= 400 && status < 500) || (mayAnswer && status === 200));
}

async function attackByBytes({ headers, port }: Attacked, count: number, random: Random): Promise<string[]> {
  const wrong: string[] = [];
  const body = JSON.stringify({ json: { key: 'attacked', value: 'by bytes' } });
  const sent = { ...headers, 'content-type': 'application/json' };
  for (let n = 0; n < count; n += 1) {
    const bytes = rawBytes('/rpc/settings/set', sent, body, port, random);
    const answer = await sendBytes(port, bytes);
    if (answer.status !== 0 && !isRefusal(answer, { mayAnswer: false }))
      wrong.push(`${bytes.toString('latin1').slice(0, 200)} -> ${answer.status}`);
  }
  return wrong;
}

/** Every call that the hostile ones are made from, as it was before it was spoilt; those that are not accepted. */
async function sendHonestly({ client, headers, port, sessionId }: Attacked): Promise<string[]> {
  const refused: string[] = [];
  for (const valid of validInputs(sessionId)) {
    const input: ValidInput['input'] = { ...valid.input };
    if (input.version === VERSION) input.version = (await client.session.versions({ sessionId }))[0]?.id;
    const { status, body } = await sendCall(port, honestCall({ ...valid, input: valid.input && input }, headers));
    if (status !== 200) refused.push(`${valid.procedure}: ${status} ${body.slice(0, 200)}`);
  }
  return refused;
}

function shown({ kind, method, path, headers, body }: Call): string {
  const { cookie: _, ...rest } = headers;
  return `${kind}: ${method} ${path.slice(0, 120)} ${JSON.stringify(rest)} ${String(body ?? '').slice(0, 200)}`;
}
