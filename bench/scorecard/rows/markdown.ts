import type { Browser, Page } from 'playwright';
import { GOOD_COURSE } from '../../../e2e/hosts/course-copy.ts';
import { WorkbenchPage } from '../../../e2e/hosts/workbench-page.ts';
import { startWorkbench } from '../../../e2e/hosts/workbench-server.ts';
import { openChromium } from '../chromium.ts';
import { type Layer, serveDocuments } from '../markdown/document-server.ts';
import { hostileDocuments } from '../markdown/documents.ts';
import type { MeasureOptions, Row } from '../row.ts';
import { badLinks, type Misdeeds, pressEverything, watchContext } from '../watched-page.ts';

const SEED = 20_261_123;
const COUNT = 1_000;
const QUICK_COUNT = 120;
/** Documents at once; each has a frame of its own. */
const IN_FRAMES = 40;
/** What starts by itself has started: a refresh after 0 s, an animation, an error of a picture. */
const SETTLED_MS = 300;

/** A frame that went elsewhere, or whose code never ends, says nothing any more. */
const FRAME_MS = 2_000;

/** How many documents did what. */
type Harm = { scripts: number; foreign: number; navigations: number; links: number };

/** Lesson text that means harm, below each layer of defence alone and in the product's own page. */
export const hostileMarkdown: Row = {
  number: 2,
  figure: 'Hostile Markdown, 1,000, each layer alone and together',
  target: '0 scripts, 0 foreign requests, 0 navigations',
  async measure({ quick, note }) {
    const documents = hostileDocuments(quick ? QUICK_COUNT : COUNT, SEED);
    const server = await startWorkbench({ course: GOOD_COURSE });
    const browser = await openChromium();
    try {
      // Any answer has it; this one needs no sign-in.
      const policy = (await fetch(new URL('/rpc/none', server.url))).headers.get('content-security-policy') ?? '';
      const alone = async (layer: Layer) => {
        const harm = await showInFrames(browser, documents, layer, policy, note);
        return [layer, harm] as const;
      };
      const layers = Object.fromEntries([await alone('nothing'), await alone('sanitiser'), await alone('policy')]);
      const together = await showInProduct(browser, documents, server.url, note);
      const { nothing, sanitiser, policy: policyAlone } = layers;
      if (policy === '' || !nothing || !sanitiser || !policyAlone) throw new Error('A layer was left out.');
      if (nothing.scripts < documents.length / 10 || nothing.foreign === 0 || nothing.navigations === 0)
        throw new Error(`The documents are not hostile: ${inWords(nothing)}.`);
      const sound = isHarmless(sanitiser) && isHarmless(together) && policyAlone.scripts + policyAlone.foreign === 0;
      return {
        status: sound ? 'met' : 'missed',
        measured: `sanitiser alone: ${inWords(sanitiser)}; policy alone: ${inWords(policyAlone)}; the product's page: ${inWords(together)}`,
        how: `${documents.length} documents (seed ${SEED}); without any layer: ${inWords(nothing)}; what a policy cannot stop (a refresh) is why there are several layers, the shell's navigation handlers are part of row 17`,
        details: { seed: SEED, documents: documents.length, ...layers, together },
      };
    } finally {
      await browser.close();
      await server.stop();
    }
  },
};

function isHarmless(harm: Harm): boolean {
  return harm.scripts + harm.foreign + harm.navigations + harm.links === 0;
}

function inWords({ scripts, foreign, navigations, links }: Harm): string {
  return `${scripts} scripts, ${foreign} foreign requests, ${navigations} navigations, ${links} bad links`;
}

async function showInFrames(
  browser: Browser,
  documents: readonly string[],
  layer: Layer,
  policy: string,
  note: MeasureOptions['note'],
): Promise<Harm> {
  const served = await serveDocuments(documents, policy);
  const context = await browser.newContext();
  const misdeeds = await watchContext(context, served.isOwn);
  const page = await context.newPage();
  let links = 0;
  const whenLeft: Harm[] = [];
  for (let from = 0; from < documents.length; from += IN_FRAMES) {
    note(`${layer}: ${from} of ${documents.length}`);
    await page.goto(served.address(layer, from, Math.min(from + IN_FRAMES, documents.length)));
    await page.waitForTimeout(SETTLED_MS);
    whenLeft.push(harmOf(misdeeds, 0));
    const frames = page.frames().slice(1);
    const found = await Promise.all(frames.map((frame) => within(frame.evaluate(badLinks, 'html'), [])));
    links += found.flat().length;
    await Promise.all(frames.map((frame) => within(frame.evaluate(pressEverything, 'html *'), undefined)));
    await page.waitForTimeout(50);
  }
  await context.close();
  served.close();
  // Where a press leads is the person's choice, what runs at a press is not.
  return { ...harmOf(misdeeds, links), ...(layer === 'nothing' ? {} : beforePress(whenLeft)) };
}

function within<T>(answer: Promise<T>, otherwise: T): Promise<T> {
  const late = new Promise<T>((resolve) => setTimeout(() => resolve(otherwise), FRAME_MS));
  return Promise.race([answer.catch(() => otherwise), late]);
}

function beforePress(whenLeft: Harm[]): Pick<Harm, 'foreign' | 'navigations'> {
  const { foreign, navigations } = whenLeft.at(-1) ?? { foreign: 0, navigations: 0 };
  return { foreign, navigations };
}

function harmOf({ scripts, foreign, navigations }: Misdeeds, links: number): Harm {
  return { scripts: scripts.size, foreign: foreign.size, navigations: navigations.size, links };
}

/** The product's page with the documents as parts of a lesson: only the lesson's text in the server's answer is another. */
async function showInProduct(
  browser: Browser,
  documents: readonly string[],
  url: string,
  note: MeasureOptions['note'],
): Promise<Harm> {
  const { origin } = new URL(url);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const misdeeds = await watchContext(context, (where) => where.origin === origin && where.pathname === '/');
  const page = await context.newPage();
  let shown: readonly string[] = [];
  await page.route(`${origin}/rpc/lesson/view`, async (route) => {
    const answer = await route.fetch();
    const view = await answer.json();
    view.json.blocks = shown.map((markdown) => ({ type: 'prose', markdown }));
    await route.fulfill({ response: answer, json: view });
  });
  let links = 0;
  for (let from = 0; from < documents.length; from += IN_FRAMES) {
    note(`the product: ${from} of ${documents.length}`);
    shown = documents.slice(from, from + IN_FRAMES);
    if (from === 0) await new WorkbenchPage(page).open(url);
    else await page.reload();
    await untilShown(page, from, shown.length);
    links += (await page.evaluate(badLinks, LESSON)).length;
    await page.evaluate(pressEverything, `${LESSON} *`);
    await page.waitForTimeout(SETTLED_MS);
    for (const opened of context.pages()) {
      if (opened === page) continue;
      misdeeds.navigations.add(`opened ${opened.url()}`);
      await opened.close();
    }
  }
  await context.close();
  return harmOf(misdeeds, links);
}

/** The texts of the lesson, and nothing else of the page. */
const LESSON = '[class*="prose"]';

/** Every document is there: what was never drawn is harmless for nothing. */
async function untilShown(page: Page, from: number, count: number): Promise<void> {
  await page.waitForFunction(
    ({ place, first, count }) => {
      const texts = [...document.querySelectorAll(place)].map((element) => element.textContent ?? '');
      return Array.from({ length: count }, (_, at) => `Document ${first + at}.`).every((start) =>
        texts.some((text) => text.startsWith(start)),
      );
    },
    { place: LESSON, first: from, count },
  );
}
