import { existsSync } from 'node:fs';
import { join } from 'node:path';
import cookie from '@fastify/cookie';
import files from '@fastify/static';
import { type AnyRouter, ORPCError } from '@orpc/server';
import { RPCHandler } from '@orpc/server/fastify';
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { RoutewrightError } from '../../contract/errors.ts';
import { LIMITS } from '../../contract/limits.ts';
import type { Course } from '../courses/course.ts';
import { toApiError } from '../rpc/api-error.ts';
import { guardHost, guardOrigin } from './address.ts';
import { drain } from './drain.ts';
import { setFrameHeaders, setHeaders } from './headers.ts';
import { serveLessonImages } from './lesson-images.ts';
import { refuse } from './refuse.ts';
import { SignIn } from './sign-in.ts';

/** A file's text may grow sixfold when it is written as JSON (control characters), and carries some words around it. */
const BODY_LIMIT = LIMITS.workspaceFileBytes * 6 + 16_384;

export type HttpApp = { app: FastifyInstance; token: string };

/**
 * The HTTP side of the workbench: guards, the renderer's files (`renderer`: absolute folder), and the API below /rpc.
 * Throws RW_HOST_NOT_BUILT when the renderer is not there.
 */
export async function createApp(options: {
  router: AnyRouter;
  renderer: string;
  course: Course;
  /** Origins of the lab's pages, which the workbench embeds. */
  frames?: readonly string[];
}): Promise<HttpApp> {
  const page = join(options.renderer, 'index.html');
  if (!existsSync(page)) throw new RoutewrightError('RW_HOST_NOT_BUILT', { file: page });
  const signIn = new SignIn();
  const app = Fastify({ bodyLimit: BODY_LIMIT, forceCloseConnections: true, exposeHeadRoutes: true });
  app.removeContentTypeParser('text/plain');
  app.addHook('onRequest', setHeaders(options.frames ?? []));
  app.addHook('onRequest', guardHost);
  app.setNotFoundHandler((request, reply) => refuse(request, reply, 'RW_HTTP_NOT_FOUND'));
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    if (error.statusCode === 413) await drain(request.raw);
    if ((error.statusCode ?? 500) < 500) return refuse(request, reply, 'RW_HTTP_INPUT', error.message);
    console.error(error);
    return refuse(request, reply, 'RW_INTERNAL');
  });
  await app.register(cookie);
  await app.register(docsFrame, { root: join(options.renderer, 'docs-frame') });
  await app.register(async (inside) => {
    inside.addHook('onRequest', guardOrigin);
    inside.addHook('onRequest', signIn.guard);
    await serveCalls(inside, options.router, signIn);
    serveLessonImages(inside, options.course);
    await serveRenderer(inside, options.renderer);
  });
  return { app, token: signIn.token };
}

/** Public: the frame has no cookie, since its origin is its own. */
async function docsFrame(app: FastifyInstance, { root }: { root: string }): Promise<void> {
  if (!existsSync(root)) return;
  app.addHook('onRequest', setFrameHeaders);
  await app.register(files, { root, prefix: '/docs-frame/', decorateReply: false, dotfiles: 'deny' });
}

async function serveRenderer(app: FastifyInstance, root: string): Promise<void> {
  await app.register(files, {
    root,
    prefix: '/',
    decorateReply: false,
    dotfiles: 'deny',
    cacheControl: false,
    setHeaders: (reply, path) => {
      // Names below assets/ carry a hash of what is in them.
      const isHashed = path.startsWith(join(root, 'assets'));
      reply.header('cache-control', isHashed ? 'private, max-age=31536000, immutable' : 'no-cache');
    },
  });
}

async function serveCalls(app: FastifyInstance, router: AnyRouter, signIn: SignIn): Promise<void> {
  const handler = new RPCHandler(router, {
    clientInterceptors: [
      async (call) => {
        try {
          return await call.next();
        } catch (error) {
          throw toApiError(error);
        }
      },
    ],
    interceptors: [
      async (call) => {
        try {
          return await call.next();
        } catch (error) {
          throw error instanceof ORPCError
            ? error
            : toApiError(new ORPCError('BAD_REQUEST', { message: 'its body is malformed', cause: error }));
        }
      },
    ],
  });
  app.post('/rpc/*', { onRequest: signIn.guardCall }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const { matched } = await handler.handle(request, reply, { prefix: '/rpc', context: {} });
    if (!matched) await refuse(request, reply, 'RW_HTTP_NOT_FOUND');
  });
}
