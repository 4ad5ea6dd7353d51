import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ORPCError } from '@orpc/client';
import { ApiErrorData } from '../../src/contract/api.ts';
import type { ReceivedResponse } from '../../src/contract/evidence.ts';
import type { ChecksState, LiveState } from '../../src/contract/session.ts';
import type { SessionEvent } from '../hosts/workbench-client.ts';
import { bytesFromOutside, preparedPath, preparedText, prepareFolder, undoFolder } from './preparations.ts';
import type { Program } from './program.ts';
import type { Place } from './workbench.ts';

const ENTRY = 'src/app.ts';

export type Answer = { response?: ReceivedResponse; error?: string };

/** What the workbench did with a program. */
export type Outcome = {
  /** The code with which the save was refused. */
  refused?: string;
  /** How the start ended; undefined when there was none. */
  start?: LiveState;
  /** The answer to the last of each request. */
  answers: Answer[];
  /** The state after the requests; waited for when the program is to end. */
  end?: LiveState;
  checks?: ChecksState;
  console: string;
  dropped: number;
};

/** Puts the program into the lesson, sends its requests and waits until its checks are judged. */
export async function runProgram(place: Place, program: Program): Promise<Outcome> {
  await prepareFolder(program.expect.prepare, place.folder);
  try {
    return await run(place, program);
  } finally {
    await undoFolder(program.expect.prepare, place.folder);
  }
}

async function run(place: Place, { expect, files }: Program): Promise<Outcome> {
  const { client, session, folder } = place;
  const from = session.events.length;
  const outcome: Outcome = { answers: [], console: '', dropped: 0 };
  const text = files.get(ENTRY) ?? '';
  for (const [path, other] of files) {
    if (path !== ENTRY) await client.session.create({ sessionId: session.sessionId, path, text: other });
  }
  let revision: number;
  const bytes = bytesFromOutside(expect.prepare, text);
  if (bytes !== undefined) {
    await writeFile(join(place.server.home, 'prepared'), bytes);
    await rename(join(place.server.home, 'prepared'), join(folder, ENTRY));
    const event = await session.until((one) => one.type === 'file' && isNew(one));
    if (event.type !== 'file') throw new Error('Another event was found.');
    revision = event.revision;
  } else {
    try {
      const path = preparedPath(expect.prepare, ENTRY);
      const saved = await session.edit(preparedText(expect.prepare, text, place.places), path, 'hostile');
      revision = saved.revision;
    } catch (error) {
      return { ...outcome, refused: codeOf(error) };
    }
    const onDisk = await readFile(join(folder, ENTRY), 'utf8');
    if (onDisk !== text && expect.prepare === undefined) throw new Error('What was saved is not on disk.');
  }
  outcome.start = await session.settled(revision);
  for (const { path, times } of expect.requests) outcome.answers.push(await send(path, times));
  outcome.end = expect.ends ? await ended() : newest();
  outcome.checks = await session.checked(revision, 40_000);
  const wanted = expect.console;
  if (wanted !== undefined) {
    const isSaid = (event: SessionEvent) => event.type === 'log' && isNew(event) && textOf(event).includes(wanted);
    await session.until(isSaid, 20_000).catch(() => {});
  }
  if (bytes !== undefined) {
    // What the workbench cannot show it must not touch. The person takes it away.
    if (!bytes.equals(await readFile(join(folder, ENTRY)))) throw new Error('What was there is not there any more.');
    await rm(join(folder, ENTRY));
  }
  const logs = session.events.slice(from).filter((event) => event.type === 'log');
  return {
    ...outcome,
    console: logs.map(textOf).join('\n'),
    dropped: logs.reduce((sum, event) => sum + event.dropped, 0),
  };

  function isNew(event: SessionEvent): boolean {
    return session.events.indexOf(event, from) !== -1;
  }

  async function ended(): Promise<LiveState> {
    const event = await session.until(
      (one) => one.type === 'live' && one.revision === revision && one.live.status === 'stopped',
    );
    if (event.type !== 'live') throw new Error('Another event was found.');
    return event.live;
  }

  function newest(): LiveState | undefined {
    const event = session.events.findLast((one) => one.type === 'live');
    return event?.type === 'live' ? event.live : undefined;
  }

  async function send(path: string, times: number): Promise<Answer> {
    let answer: Answer = {};
    for (let sent = 0; sent < times; sent += 1) {
      const request = { method: 'GET', path, headers: {} };
      answer = await client.session.send({ sessionId: session.sessionId, request }).then(
        (response) => ({ response }),
        (error: unknown) => ({ error: codeOf(error) }),
      );
    }
    return answer;
  }
}

/** Takes away the other files of the program. */
export async function cleanUp({ client, session }: Place, { files }: Program): Promise<void> {
  for (const path of files.keys()) {
    if (path !== ENTRY) await client.session.remove({ sessionId: session.sessionId, path });
  }
}

function textOf(event: SessionEvent): string {
  return event.type === 'log' ? event.lines.map((line) => line.text).join('\n') : '';
}

function codeOf(error: unknown): string {
  if (!(error instanceof ORPCError)) throw error;
  return ApiErrorData.parse(error.data).code;
}
