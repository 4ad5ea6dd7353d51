/** An honest call of each procedure; most of them would change something. */
export type ValidInput = { procedure: string; input: Record<string, unknown> | undefined };

/**
 * What hostile calls are made from. Each is accepted as it stands, which is shown at the end of a run: so a refusal is due
 * to what was made of it. `session.events` is left out: it answers for as long as one listens.
 */
export function validInputs(sessionId: string): ValidInput[] {
  const ref = { lessonId: 'list-books', track: 'fastify' };
  const request = { method: 'GET', path: '/api/v1/books', headers: { accept: 'application/json' } };
  return [
    { procedure: 'course/outline', input: undefined },
    { procedure: 'lesson/view', input: ref },
    { procedure: 'lesson/hint', input: { ...ref, checkId: 'lists', level: 1 } },
    { procedure: 'lesson/solution', input: ref },
    { procedure: 'session/open', input: ref },
    { procedure: 'session/send', input: { sessionId, request } },
    { procedure: 'session/edit', input: { sessionId, path: 'src/app.ts', text: 'attacked', revision: 900_000 } },
    { procedure: 'session/create', input: { sessionId, path: 'src/attacked.ts', text: 'attacked' } },
    { procedure: 'session/rename', input: { sessionId, from: 'src/attacked.ts', to: 'src/again.ts' } },
    { procedure: 'session/remove', input: { sessionId, path: 'src/again.ts' } },
    { procedure: 'session/run', input: { sessionId } },
    { procedure: 'session/reset', input: { sessionId } },
    { procedure: 'session/versions', input: { sessionId } },
    { procedure: 'session/restore', input: { sessionId, version: VERSION } },
    { procedure: 'settings/all', input: undefined },
    { procedure: 'settings/set', input: { key: 'attacked', value: 'yes' } },
    { procedure: 'editor/types', input: { track: 'fastify' } },
  ];
}

/** Stands for the newest version, which is not known before something was changed. */
export const VERSION = 'the newest version';
