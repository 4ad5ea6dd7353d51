import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildSite } from './run-site.ts';
import { serveStatic } from './static-host.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the built site. */
    folder: string;
    /** The path below which it stands. */
    base: string;
    /** Scheme, host and port that it is served from. */
    origin: string;
    /** How long the build took. */
    buildSeconds: number;
  }
}

/** Not the root: a link that forgets the base leads nowhere. */
const BASE = '/a/base/';

/** Builds the site once, from nothing, below a base path, and serves it as a static host does. */
export default async function builtSite(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'routewright-site-'));
  // The host of the canonical addresses is that of the pages, as it will be where the site stands.
  const buildSeconds = await buildSite({
    SITE_OUT: folder,
    SITE_BASE: BASE,
    SITE_URL: 'http://localhost',
    SITE_EDIT_URL: 'https://code.example/edit/main/',
  });
  const host = await serveStatic(folder, BASE);
  project.provide('folder', folder);
  project.provide('base', BASE);
  project.provide('origin', host.origin);
  project.provide('buildSeconds', buildSeconds);
  return async () => {
    await host.close();
    await rm(folder, { recursive: true, force: true });
  };
}
