import type { Browser, Frame, Page } from 'playwright';
import { GOOD_COURSE } from '../../../e2e/hosts/course-copy.ts';
import { WorkbenchPage } from '../../../e2e/hosts/workbench-page.ts';
import { startWorkbench } from '../../../e2e/hosts/workbench-server.ts';
import type { OpenApiDocument } from '../../../src/contract/sandbox.ts';
import { scrubDocument } from '../../../src/renderer/features/docs/scrub-document.ts';
import { openChromium } from '../chromium.ts';
import { hostileOpenApis } from '../openapi/documents.ts';
import { serveUnguardedFrame } from '../openapi/unguarded-frame.ts';
import type { MeasureOptions, Row } from '../row.ts';
import { badLinks, type Misdeeds, pressEverything, watchContext } from '../watched-page.ts';

const SEED = 20_261_123;
const COUNT = 200;
const QUICK_COUNT = 12;
/** Of them, without policy and sandbox; and in the frame without scrubbing. */
const CONTROL_COUNT = 20;
const ALONE_COUNT = 40;
/** The viewer draws what is in view: here that is a good deal. */
const VIEWPORT = { width: 1440, height: 4_000 };

/** What takes a person somewhere. Buttons of the viewer itself are not a document's. */
const LINKS = '#docs :is(a, area, summary, svg)';

type Harm = { scripts: number; foreign: number; navigations: number; links: number };
type Place = { page: Page; misdeeds: Misdeeds };

/** OpenAPI documents that mean harm, in the product's docs frame. */
export const hostileOpenApi: Row = {
  number: 3,
  figure: 'Hostile OpenAPI documents, 200',
  target: '0 scripts, 0 foreign requests, 0 javascript: links',
  async measure({ quick, note }) {
    const documents = hostileOpenApis(quick ? QUICK_COUNT : COUNT, SEED);
    const server = await startWorkbench({ course: GOOD_COURSE });
    const browser = await openChromium();
    try {
      const unguarded = await inUnguardedFrame(browser, documents.slice(0, CONTROL_COUNT), note);
      if (unguarded.foreign + unguarded.links === 0)
        throw new Error(`The documents are not hostile: ${inWords(unguarded)}.`);
      const context = await browser.newContext({ viewport: VIEWPORT });
      const { origin } = new URL(server.url);
      const misdeeds = await watchContext(context, (url) => url.origin === origin);
      const page = await context.newPage();
      const workbench = new WorkbenchPage(page);
      await workbench.open(server.url);
      await workbench.goToLesson('Create a book');
      await workbench.showResult('API docs');
      const place = { page, misdeeds };
      const frameAlone = await show(place, documents.slice(0, ALONE_COUNT), 'the frame alone', note);
      const together = await show(place, documents.map(scrubDocument), 'the product', note);
      const { links: _, ...alone } = frameAlone;
      const sound = [...Object.values(alone), ...Object.values(together)].every((count) => count === 0);
      return {
        status: sound ? 'met' : 'missed',
        measured: `as the product shows them: ${inWords(together)}; the frame alone with ${Math.min(ALONE_COUNT, documents.length)} that are not scrubbed: ${inWords(frameAlone)}`,
        how: `${documents.length} documents (seed ${SEED}) in the docs frame of the workbench, each drawn and pressed all over; without policy, sandbox and scrubbing ${Math.min(CONTROL_COUNT, documents.length)} of them: ${inWords(unguarded)}`,
        details: { seed: SEED, documents: documents.length, together, frameAlone, unguarded },
      };
    } finally {
      await browser.close();
      await server.stop();
    }
  },
};

function inWords({ scripts, foreign, navigations, links }: Harm): string {
  return `${scripts} scripts, ${foreign} foreign requests, ${navigations} navigations, ${links} bad links`;
}

async function inUnguardedFrame(browser: Browser, documents: OpenApiDocument[], note: MeasureOptions['note']) {
  const served = await serveUnguardedFrame();
  const context = await browser.newContext({ viewport: VIEWPORT });
  try {
    const misdeeds = await watchContext(context, (url) => url.origin === served.origin);
    const page = await context.newPage();
    await page.goto(served.origin);
    return await show({ page, misdeeds }, documents, 'unguarded', note);
  } finally {
    await context.close();
    served.close();
  }
}

/** Draws each document in the frame of the page, in place of the one before. */
async function show(place: Place, documents: readonly OpenApiDocument[], name: string, note: MeasureOptions['note']) {
  const { page, misdeeds } = place;
  for (const kind of Object.values(misdeeds)) kind.clear();
  const bad = new Set<string>();
  for (const [n, document] of documents.entries()) {
    note(`${name}: ${n} of ${documents.length}`);
    const frame = await docsFrame(page);
    await post(page, document);
    const drawn = (title: string) =>
      [...globalThis.document.querySelectorAll('h1')].some((h1) => h1.textContent?.trim() === title);
    await frame.waitForFunction(drawn, `API ${n}`);
    for (const link of await frame.evaluate(badLinks, 'body')) bad.add(link);
    await frame.evaluate(pressEverything, LINKS);
  }
  await page.waitForTimeout(300);
  const { scripts, foreign, navigations } = misdeeds;
  return { scripts: scripts.size, foreign: foreign.size, navigations: navigations.size, links: bad.size };
}

async function docsFrame(page: Page): Promise<Frame> {
  const element = await page.waitForSelector('iframe[title="API docs"]', { state: 'attached' });
  const frame = await element.contentFrame();
  if (!frame) throw new Error('There is no docs frame.');
  await frame.waitForFunction(() => Reflect.has(globalThis, 'Scalar'));
  return frame;
}

/** As the page itself does (DocsPanel). */
async function post(page: Page, openapi: OpenApiDocument): Promise<void> {
  await page.evaluate((text) => {
    const frame = document.querySelector<HTMLIFrameElement>('iframe[title="API docs"]');
    const message = { type: 'show', name: 'built', openapi: JSON.parse(text), live: true, dark: false, tokens: {} };
    frame?.contentWindow?.postMessage(message, '*');
  }, JSON.stringify(openapi));
}
