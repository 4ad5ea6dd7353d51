import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FastifyInstance } from 'fastify';
import type { OpenApiDocument, Route } from '../../contract/sandbox.ts';
import { buildAppPosition } from './build-app-position.ts';
import { StartRefusedError } from './failure.ts';
import { observedApp, observedApps } from './observe-apps.ts';
import { openApiOf } from './openapi.ts';
import { describeValue } from './readable-message.ts';
import { duplicateOf, routesOf, shownRoutes } from './routes.ts';
import { passed } from './timings.ts';
import type { Workspace } from './workspace.ts';

export type StartedApi = {
  app: FastifyInstance;
  port: number;
  /** It speaks HTTPS. */
  tls: boolean;
  /** Where what `buildRedirect` made listens, in plain HTTP. */
  plainPort: number | undefined;
  openapi: OpenApiDocument | null;
  routes: Route[];
};

/**
 * Loads `entry` of the workspace, calls its buildApp and listens. If that API speaks HTTPS and the entry exports
 * buildRedirect, that is called with `{ httpsPort }` and listens too. Throws what the learner's code throws, or
 * StartRefusedError with the code for what is wrong with the entry or with what buildApp returned.
 */
export async function startLearnerApi(workspace: Workspace, entry: string): Promise<StartedApi> {
  const file = path.join(workspace.dir, entry);
  if (!existsSync(file)) throw new StartRefusedError('RW_CODE_NO_ENTRY', { file: entry }, { file: entry });
  const module: Record<string, unknown> = await import(pathToFileURL(file).href);
  passed('loaded');
  const { buildApp, buildRedirect } = module;
  if (typeof buildApp !== 'function') {
    throw new StartRefusedError('RW_CODE_NO_EXPORT', { file: entry }, { file: entry, line: 1, column: 1 });
  }
  try {
    const app: unknown = await buildApp();
    passed('built');
    if (!isApp(app)) throw notAnApp(app, workspace, entry);
    return await serve(app, async (httpsPort) => {
      if (typeof buildRedirect !== 'function') return undefined;
      const redirect: unknown = await buildRedirect({ httpsPort });
      if (!isApp(redirect)) throw notAnApp(redirect, workspace, entry, 'buildRedirect');
      return redirect;
    });
  } catch (error) {
    throw explained(error);
  }
}

async function serve(
  app: FastifyInstance,
  redirectTo: (httpsPort: number) => Promise<FastifyInstance | undefined>,
): Promise<StartedApi> {
  const port = await listen(app);
  const tls = 'setSecureContext' in app.server;
  const redirect = tls ? await redirectTo(port) : undefined;
  const plainPort = redirect && (await listen(redirect));
  passed('listening');
  const seen = observedApp(app) ?? { routes: [], schemas: new Map() };
  const openapi = await openApiOf(app, seen);
  const { routes, note } = shownRoutes(routesOf(seen));
  if (note) console.log(note);
  passed('documented');
  return { app, port, tls, plainPort, routes, openapi };
}

async function listen(app: FastifyInstance): Promise<number> {
  // A learner who listens inside buildApp has a server already.
  if (!app.server.listening) await app.listen({ port: 0, host: '127.0.0.1' });
  return (app.server.address() as AddressInfo).port;
}

/** The framework says which route it knows already; the learner needs to know where both are. */
function explained(error: unknown): unknown {
  if (!(error instanceof Error && 'code' in error && error.code === 'FST_ERR_DUPLICATED_ROUTE')) return error;
  const duplicate = observedApps().map(duplicateOf).find(Boolean);
  if (!duplicate) return error;
  const { first, again } = duplicate;
  const where = first ? `. It is first registered in ${first.file}, line ${first.line}.` : '.';
  return new StartRefusedError('RW_CODE_THROWS', { detail: `${error.message}${where}` }, again);
}

function notAnApp(
  value: unknown,
  workspace: Workspace,
  entry: string,
  name: 'buildApp' | 'buildRedirect' = 'buildApp',
): StartRefusedError {
  const at = buildAppPosition(workspace, entry, name);
  return new StartRefusedError('RW_CODE_NOT_AN_APP', { name, detail: describeValue(value) }, at);
}

function isApp(value: unknown): value is FastifyInstance {
  if (typeof value !== 'object' || value === null) return false;
  return ['listen', 'ready', 'inject', 'route'].every((name) => typeof Reflect.get(value, name) === 'function');
}
