import type { BrowserContext, Page } from 'playwright';
import { GOOD_COURSE } from '../../../e2e/hosts/course-copy.ts';
import { WorkbenchPage } from '../../../e2e/hosts/workbench-page.ts';
import { startWorkbench } from '../../../e2e/hosts/workbench-server.ts';
import { openChromium, REBINDING } from '../chromium.ts';
import type { Target } from '../loopback/attack.ts';
import { HOSTILE_APP, startAttackSite } from '../loopback/attack-site.ts';
import { type Attacker, attackers } from '../loopback/attackers.ts';
import { ATTACKS, type Attempt, attemptAll } from '../loopback/attempt.ts';
import { startControl } from '../loopback/control-server.ts';
import type { Row } from '../row.ts';

type Hit = Attempt & { wrote: boolean };

/** Every way into a server on loopback, from every place that a browser can be sent to. */
export const loopbackAttacks: Row = {
  number: 4,
  figure: 'Loopback attacks in Chromium, at least 12 kinds',
  target: '0 reads, 0 side effects, the real page works',
  async measure({ quick, note }) {
    const site = await startAttackSite();
    const control = await startControl();
    const server = await startWorkbench({ course: GOOD_COURSE });
    const browser = await openChromium(REBINDING);
    try {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      const victim = new WorkbenchPage(await context.newPage());
      await victim.open(server.url);
      await victim.goToLesson('List the books');
      const api = await runHostileApi(victim);
      const all = attackers(site.port, api);
      const places = quick ? all.filter((_, at) => [1, 5, 7].includes(at)) : all;

      const proven: Hit[] = [];
      const hits: Hit[] = [];
      const target = await targetOf(victim.page);
      for (const attacker of places) {
        note(`${attacker.name}, the unguarded server`);
        proven.push(...hitsOf(await attemptAll(context, attacker, control.target), control.written));
        note(attacker.name);
        const attempts = await attemptAll(context, attacker, target);
        hits.push(...hitsOf(attempts, new Set(Object.keys(await settingsOf(victim.page)))));
      }
      if (!quick) assertProven(proven, places);
      const fromDocs = await attackFromDocs(context, victim, target);
      hits.push(...hitsOf(fromDocs, new Set(Object.keys(await settingsOf(victim.page)))));
      await assertWorks(victim);
      const reads = hits.filter((hit) => hit.read !== null).length;
      const writes = hits.filter((hit) => hit.wrote).length;
      return {
        status: hits.length === 0 ? 'met' : 'missed',
        measured: `${ATTACKS.length} kinds from ${places.length + 1} places: ${reads} reads, ${writes} side effects${namesOf(hits)}; the page works`,
        how: `the same attacks on an unguarded server: ${proven.filter((hit) => hit.read !== null).length} reads, ${proven.filter((hit) => hit.wrote).length} side effects`,
        details: { hits, unguarded: proven },
      };
    } finally {
      await browser.close();
      await server.stop();
      control.close();
      site.close();
    }
  },
};

/** The learner's API turns on the workbench; the address at which it answers. */
async function runHostileApi(victim: WorkbenchPage): Promise<string> {
  await victim.paste(HOSTILE_APP);
  for (const end = performance.now() + 20_000; performance.now() < end; await victim.page.waitForTimeout(50)) {
    const address = await victim.liveUrl();
    const answer = await fetch(`${address}/service-worker.js`).catch(() => null);
    if (answer?.ok) return address;
  }
  throw new Error("The learner's API does not answer.");
}

/** Attacks that had an effect. */
function hitsOf(attempts: Attempt[], written: ReadonlySet<string>): Hit[] {
  return attempts
    .map((attempt) => ({ ...attempt, wrote: written.has(attempt.word) }))
    .filter((attempt) => attempt.read !== null || attempt.wrote);
}

function namesOf(hits: Hit[]): string {
  return hits.length === 0 ? '' : ` (${hits.map((hit) => `${hit.attack} from ${hit.attacker}`).join('; ')})`;
}

/** An attack that not even an unguarded server suffers proves nothing. */
function assertProven(proven: Hit[], places: Attacker[]): void {
  const kinds = new Set(proven.map((hit) => hit.attack));
  const from = new Set(proven.map((hit) => hit.attacker));
  const blunt = [
    ...ATTACKS.map((attack) => attack.name).filter((name) => !kinds.has(name)),
    ...places.map((place) => place.name).filter((name) => !from.has(name)),
  ];
  if (blunt.length > 0) throw new Error(`Without effect even on an unguarded server: ${blunt.join('; ')}.`);
}

/** The frame that shows a learner's document, as if a document had taken it over. */
async function attackFromDocs(context: BrowserContext, victim: WorkbenchPage, target: Target): Promise<Attempt[]> {
  await victim.showResult('API docs');
  await victim.docs.locator('#docs').waitFor({ state: 'attached' });
  const place = victim.page.frames().find((frame) => frame.url().includes('/docs-frame/'));
  if (!place) throw new Error('There is no docs frame.');
  return attemptAll(context, { name: 'the docs frame', open: async () => ({ place, target }) }, target);
}

async function targetOf(page: Page): Promise<Target> {
  const script = await page.locator('script[src]').first().getAttribute('src');
  const style = await page.locator('link[rel=stylesheet]').first().getAttribute('href');
  if (script === null || style === null) throw new Error('The page has no script or style of its own.');
  return { origin: new URL(page.url()).origin, script, style };
}

async function settingsOf(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const key = localStorage.getItem('routewright-key') ?? '';
    const headers = { 'content-type': 'application/json', 'x-routewright-key': key };
    const answer = await fetch('/rpc/settings/all', { method: 'POST', headers, body: '{}' });
    if (!answer.ok) throw new Error(`The page itself may not call: ${answer.status}`);
    return (await answer.json()).json;
  });
}

/** After all of it the learner goes on: a new edit is live, and the page opens again. */
async function assertWorks(victim: WorkbenchPage): Promise<void> {
  await victim.page.reload();
  await victim.code.locator('.view-line').first().waitFor();
  const before = await victim.liveUrl();
  await victim.paste(`${HOSTILE_APP}// Still there.\n`);
  await victim.page.waitForFunction(
    (address) => !document.body.textContent?.includes(address) && /localhost:\d+/.test(document.body.textContent ?? ''),
    before,
  );
}
