import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Check, ChecksFile } from '../../contract/check.ts';
import { LIMITS } from '../../contract/limits.ts';
import { readYaml } from '../../core/yaml/read-yaml.ts';
import { Followed, type Opened, openWorkbench, removeFolder, temporaryFolder } from '../workbench-for-tests.ts';

const COURSE = join(import.meta.dirname, '../../../e2e/fixtures/attacks');
const LESSON = join(COURSE, 'secure/guard-loans');
/** Real processes on a machine that may have much else to do. */
const LONG = 120_000;

const file = (path: string) => readFile(join(LESSON, path), 'utf8');
const checks = readYaml(ChecksFile, await file('checks.yaml'), 'checks.yaml').value?.checks ?? [];
const attacks = checks.filter((check: Check) => check.kind === 'attack').map(({ id }) => id);

let opened: Opened;
let sessionId: string;
let followed: Followed;

beforeAll(async () => {
  opened = await openWorkbench({ folder: await temporaryFolder(), course: COURSE });
  ({ sessionId } = await opened.client.session.open({ lessonId: 'guard-loans', track: 'fastify' }));
  followed = await Followed.of(opened.client, sessionId);
}, LONG);

afterAll(async () => {
  await opened.workbench.close();
  await removeFolder(opened.folder);
}, LONG);

const attack = (checkId: string) => opened.client.session.attack({ sessionId, checkId });

/** The verdicts of the revision that stands now. */
async function verdicts(revision: number): Promise<Record<string, string>> {
  const event = await followed.until(
    (one) => one.type === 'checks' && one.revision >= revision && one.checks.status === 'done',
  );
  if (event.type !== 'checks') throw new Error('no checks');
  return Object.fromEntries(event.checks.verdicts.map(({ checkId, status }) => [checkId, status]));
}

describe('against an API that guards nothing', () => {
  test.each(attacks)('%s gets through, and shows how', { timeout: LONG }, async (checkId) => {
    const report = await attack(checkId);
    expect(report).toMatchObject({ checkId, outcome: 'succeeded' });
    expect(report.gain).not.toMatch(/\{\{/);
    expect(report.exchanges.filter(({ decisive }) => decisive)).toEqual([report.exchanges.at(-1)]);
    for (const { request, response } of report.exchanges) {
      expect(request.body?.length ?? 0).toBeLessThanOrEqual(LIMITS.evidenceChars);
      expect(response?.body.length).toBeLessThanOrEqual(LIMITS.evidenceChars);
    }
  });

  test('what the attacker found is said, and what was not found is called so', { timeout: LONG }, async () => {
    expect((await attack('no-token')).gain).toBe('You read 3 loans, among them Emma.');
    const { gain, exchanges } = await attack('bens-loan');
    expect(gain).toMatch(/^Ada knows that Ben reads Beloved; his address is \w{3}, /);
    expect(exchanges.map(({ label }) => label)).toEqual(['Sign in as Ada', 'Her own', 'His']);
    expect(exchanges[0]?.request.path).toMatch(/^http:\/\/localhost:\d+\/token$/);
  });

  test('a body of megabytes is shown by its beginning and its size', { timeout: LONG }, async () => {
    const { exchanges } = await attack('huge');
    expect(exchanges).toMatchObject([
      { times: 2, request: { body: expect.stringMatching(/^\{"text":"aa.*3,000,0\d\d bytes/) } },
    ]);
  });

  test('each attack is a check that fails', { timeout: LONG }, async () => {
    const all = await verdicts(0);
    expect(attacks.map((id) => all[id])).toEqual(attacks.map(() => 'failed'));
  });
});

test('an attack that the lesson does not have is refused', async () => {
  for (const checkId of ['nothing', 'own-loans'])
    await expect(attack(checkId)).rejects.toMatchObject({ data: { code: 'RW_HTTP_INPUT' } });
});

test('a caller who goes away ends the attack', { timeout: LONG }, async () => {
  const leave = new AbortController();
  const going = opened.client.session.attack({ sessionId, checkId: 'bens-loan' }, { signal: leave.signal });
  leave.abort();
  await expect(going).rejects.toThrow();
  // The next one has its turn.
  expect((await attack('no-token')).outcome).toBe('succeeded');
});

test('an API that does not start leaves nothing to attack', { timeout: LONG }, async () => {
  const edit = { sessionId, path: 'src/app.ts', text: 'export const x = ;', revision: 10 };
  const { revision } = await opened.client.session.edit(edit);
  await verdicts(revision);
  expect(await attack('no-token')).toMatchObject({
    outcome: 'error',
    gain: expect.stringMatching(/^There is nothing to attack: .*src\/app\.ts/),
    exchanges: [],
  });
});

describe('against the solution', () => {
  test('every check holds, the attacks too', { timeout: LONG }, async () => {
    const text = await file('fastify/solution/src/app.ts');
    const { revision } = await opened.client.session.edit({ sessionId, path: 'src/app.ts', text, revision: 20 });
    expect(await verdicts(revision)).toEqual(Object.fromEntries(checks.map(({ id }) => [id, 'passed'])));
  });

  test.each(attacks)('%s is stopped', { timeout: LONG }, async (checkId) => {
    const report = await attack(checkId);
    expect(report).toMatchObject({ checkId, outcome: 'stopped' });
    expect(report.gain).not.toMatch(/\{\{/);
    expect(report.exchanges.some(({ decisive }) => decisive)).toBe(false);
  });

  test('a step that is repeated is shown once', { timeout: LONG }, async () => {
    const { exchanges, gain } = await attack('no-token');
    expect(exchanges).toMatchObject([{ label: 'Just ask', times: 3, response: { status: 401 } }]);
    expect(gain).toBe('(not found) stays where it is.');
  });
});
