import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../scripts/setup/pinned-node.mjs';
import budget from './budget.json' with { type: 'json' };
import { bytesOf, earlyScripts } from './early-scripts.ts';

const PAGES = join(ROOT, 'out', 'renderer');

// `npm test` builds first; whoever runs this test alone may not have.
it.skipIf(!existsSync(PAGES))('the JavaScript before the editor takes keys stays within its budget', async () => {
  const names = await earlyScripts(PAGES);
  // The editor and the page around it: what finds fewer does not read the page as a browser does.
  expect(names.length).toBeGreaterThan(3);
  expect(names.join(' ')).toMatch(/editor/);
  const { raw, gzip } = await bytesOf(PAGES, names);
  expect(raw, 'raw').toBeGreaterThan(1_000_000);
  expect(raw, 'raw').toBeLessThanOrEqual(budget.raw);
  expect(gzip, 'gzip').toBeLessThanOrEqual(budget.gzip);
});
