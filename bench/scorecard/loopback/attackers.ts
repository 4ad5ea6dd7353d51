import type { BrowserContext, Frame, Page } from 'playwright';
import type { Target } from './attack.ts';

/** Where an attack comes from. `open` gives the page or frame that it runs in, and how that names the target. */
export type Attacker = {
  name: string;
  open(context: BrowserContext, target: Target): Promise<{ place: Page | Frame; target: Target }>;
};

/** Everybody who may try it: `site` is the port of another web site, `api` the address of the learner's own API. */
export function attackers(site: number, api: string): Attacker[] {
  const { port } = new URL(api);
  return [
    from('a foreign site', `http://attacker.test:${site}/`),
    from('another port of this address', `http://127.0.0.1:${site}/`),
    from('another port of localhost', `http://localhost:${site}/`),
    { ...from('another port of localhost, at localhost', `http://localhost:${site}/`), open: atLocalhost(site) },
    from("the learner's API as it is shown", `http://localhost:${port}/`),
    from("the learner's API at the workbench's address", `http://127.0.0.1:${port}/`),
    { name: 'a frame without an origin', open: fromSandboxedFrame(site) },
    { name: 'a name that was pointed here (rebinding)', open: rebound },
  ];
}

function from(name: string, address: string): Attacker {
  return {
    name,
    async open(context, target) {
      const place = await context.newPage();
      await place.goto(address);
      return { place, target };
    },
  };
}

function atLocalhost(site: number): Attacker['open'] {
  return async (context, target) => {
    const place = await context.newPage();
    await place.goto(`http://localhost:${site}/`);
    return { place, target: { ...target, origin: target.origin.replace('127.0.0.1', 'localhost') } };
  };
}

function fromSandboxedFrame(site: number): Attacker['open'] {
  return async (context, target) => {
    const page = await context.newPage();
    await page.goto(`http://attacker.test:${site}/framing`);
    const place = page.frames().at(1);
    if (!place) throw new Error('The attacking page has no frame.');
    return { place, target };
  };
}

/** The page came from the attacker while the name led there; now the name leads to the target, and the origin is one. */
async function rebound(context: BrowserContext, target: Target) {
  const origin = target.origin.replace('127.0.0.1', 'evil.test');
  const place = await context.newPage();
  const body = '<!doctype html><title>Elsewhere</title>';
  await place.route(`${origin}/attack-page`, (route) => route.fulfill({ contentType: 'text/html', body }));
  await place.goto(`${origin}/attack-page`);
  return { place, target: { ...target, origin } };
}
