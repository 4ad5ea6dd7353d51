import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../contract/evidence.ts';
import type { SessionSnapshot } from '../../contract/session.ts';
import { applyEvent, applyReply, applySnapshot, CONSOLE_KEPT } from './session-events.ts';

const NOTHING_UNSAVED: ReadonlySet<string> = new Set();

function shownAt(revision: number): Parameters<typeof applyEvent>[0] {
  return {
    revision,
    live: { status: 'live', url: 'http://127.0.0.1:1' },
    checks: { status: 'done', revision, verdicts: [verdict('a', 'failed')] },
    documents: {
      revision,
      planned: null,
      planProblems: [],
      built: null,
      routes: [],
      contract: { rows: [], planned: 0, built: 0, drifted: 0, extra: 0 },
    },
    tests: { status: 'idle', revision: 0, tests: [], coverage: [], planted: [] },
    explained: {},
    lab: { env: {} },
    logs: [],
    logsDropped: 0,
    logsGone: 0,
    traffic: [],
    trafficDropped: 0,
    trafficGone: 0,
    files: [
      { path: 'plan.yaml', text: 'mine' },
      { path: 'src/app.ts', text: 'code' },
    ],
    filesToken: 3,
    openFiles: ['src/app.ts', 'plan.yaml'],
    activeFile: 'src/app.ts',
    outline: null,
    session: { sessionId: 's', lessonId: 'first-route', track: 'fastify', entry: 'src/app.ts', folder: '/w' },
  };
}

function verdict(checkId: string, status: Verdict['status']): Verdict {
  return { checkId, status, reason: '', ms: 1 };
}

describe('events of a session', () => {
  it('drops what is about an older revision than the one shown', () => {
    const state = shownAt(5);
    const checks = { status: 'done' as const, revision: 4, verdicts: [] };
    expect(applyEvent(state, { type: 'checks', revision: 4, checks }, { live: 5 }, NOTHING_UNSAVED)).toEqual({});
    expect(
      applyEvent(state, { type: 'live', revision: 4, live: { status: 'failed' } }, { live: 5 }, NOTHING_UNSAVED),
    ).toEqual({});
    const documents = { ...state.documents, revision: 4 };
    expect(applyEvent(state, { type: 'documents', revision: 4, documents }, { live: 5 }, NOTHING_UNSAVED)).toEqual({});
  });

  it('takes a newer state of the API and remembers its revision', () => {
    const shown = { live: 5 };
    const part = applyEvent(shownAt(5), { type: 'live', revision: 6, live: { status: 'starting' } }, shown, new Set());
    expect(part).toEqual({ live: { status: 'starting' }, revision: 6 });
    expect(shown.live).toBe(6);
  });

  it('keeps the last verdict of a check until the running checks have judged it', () => {
    const checks = { status: 'running' as const, revision: 6, verdicts: [verdict('b', 'passed')] };
    const part = applyEvent(shownAt(5), { type: 'checks', revision: 6, checks }, { live: 5 }, NOTHING_UNSAVED);
    expect(part.checks?.verdicts.map((one) => one.checkId)).toEqual(['b', 'a']);
    const done = applyEvent(
      shownAt(5),
      { type: 'checks', revision: 6, checks: { ...checks, status: 'done' } },
      { live: 5 },
      NOTHING_UNSAVED,
    );
    expect(done.checks?.verdicts.map((one) => one.checkId)).toEqual(['b']);
  });

  it('keeps a bounded number of lines, the newest, and counts what was dropped', () => {
    const lines = Array.from({ length: CONSOLE_KEPT + 10 }, (_, at) => ({
      at,
      stream: 'stdout' as const,
      text: `${at}`,
    }));
    const part = applyEvent(shownAt(1), { type: 'log', revision: 1, lines, dropped: 7 }, { live: 1 }, NOTHING_UNSAVED);
    expect(part.logs).toHaveLength(CONSOLE_KEPT);
    expect(part.logs?.at(-1)?.text).toBe(`${CONSOLE_KEPT + 9}`);
    expect(part.logsDropped).toBe(7);
    expect(part.logsGone, 'lines that were here and fell out').toBe(10);
  });

  it('takes the text of another program unless an unsaved edit stands against it', () => {
    const event = { type: 'file' as const, revision: 6, path: 'plan.yaml', text: 'theirs' };
    expect(applyEvent(shownAt(5), event, { live: 5 }, new Set(['plan.yaml'])).files).toBeUndefined();
    const part = applyEvent(shownAt(5), event, { live: 5 }, NOTHING_UNSAVED);
    expect(part.files?.find((file) => file.path === 'plan.yaml')?.text).toBe('theirs');
    expect(part.filesToken).toBe(4);
  });

  it('closes the tab of a file that was removed outside', () => {
    const event = { type: 'file' as const, revision: 6, path: 'src/app.ts', text: null };
    const part = applyEvent(shownAt(5), event, { live: 5 }, NOTHING_UNSAVED);
    expect(part.openFiles).toEqual(['plan.yaml']);
    expect(part.activeFile).toBe('plan.yaml');
  });

  it('celebrates the open lesson only', () => {
    const own = { type: 'completed' as const, revision: 6, lessonId: 'first-route' };
    expect(applyEvent(shownAt(5), own, { live: 5 }, NOTHING_UNSAVED)).toMatchObject({ celebrating: true });
    const other = { ...own, lessonId: 'another' };
    expect(applyEvent(shownAt(5), other, { live: 5 }, NOTHING_UNSAVED)).not.toHaveProperty('celebrating');
  });
});

describe('a snapshot', () => {
  const state = shownAt(5);
  const snapshot: SessionSnapshot = {
    sessionId: 's',
    lessonId: 'first-route',
    track: 'fastify',
    entry: 'src/app.ts',
    revision: 6,
    files: [
      { path: 'src/app.ts', text: 'code' },
      { path: 'plan.yaml', text: 'older' },
    ],
    folder: '/w',
    live: { status: 'none' },
    checks: { status: 'idle', revision: 6, verdicts: [] },
    documents: state.documents,
    tests: state.tests,
    lab: state.lab,
    completed: false,
    answers: {},
    explained: {},
  };

  it('does not bring back an older text of a file that is being edited', () => {
    const part = applySnapshot(state, snapshot, new Set(['plan.yaml']));
    expect(part.files).toEqual(state.files);
    expect(part.filesToken).toBe(state.filesToken);
  });

  it('tells the editor when a text is another one', () => {
    const part = applySnapshot(state, snapshot, NOTHING_UNSAVED);
    expect(part.files[0]).toEqual({ path: 'plan.yaml', text: 'older' });
    expect(part.filesToken).toBe(state.filesToken + 1);
  });

  it('asks when a file changed outside while unsaved text stands here', () => {
    const state = shownAt(5);
    const unsaved = new Set(['plan.yaml']);
    const outside = { type: 'file' as const, revision: 6, path: 'plan.yaml' };
    expect(applyEvent(state, { ...outside, text: 'theirs' }, { live: 5 }, unsaved)).toEqual({
      conflict: { path: 'plan.yaml', theirs: 'theirs' },
    });
    expect(applyEvent(state, { ...outside, text: 'mine' }, { live: 5 }, unsaved)).toEqual({});
  });
});

describe('the answer to a reset', () => {
  const reply = (revision: number): SessionSnapshot => {
    const { checks, documents, tests, lab } = shownAt(revision);
    return {
      sessionId: 's',
      lessonId: 'first-route',
      track: 'fastify',
      entry: 'src/app.ts',
      folder: '/w',
      revision,
      files: [{ path: 'src/app.ts', text: 'starter' }],
      live: { status: 'starting' },
      checks,
      documents,
      tests,
      lab,
      completed: false,
      answers: {},
      explained: {},
    };
  };

  it('brings the files, but not a state of the API that the event stream is past already', () => {
    const part = applyReply(shownAt(6), reply(6), NOTHING_UNSAVED);
    expect(part.files).toEqual([{ path: 'src/app.ts', text: 'starter' }]);
    expect(part).not.toHaveProperty('live');
    expect(part).not.toHaveProperty('checks');
  });

  it('brings everything when it is first', () => {
    expect(applyReply(shownAt(5), reply(6), NOTHING_UNSAVED)).toMatchObject({
      revision: 6,
      live: { status: 'starting' },
    });
  });
});
