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
import type { PublicUrl } from '../host/public-url.ts';
import { toApiError } from '../rpc/api-error.ts';
import { Address } from './address.ts';
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
  /** Where a reverse proxy offers it; null without one. */
  publicUrl?: PublicUrl | null;
  /** Origins of the lab's pages, which the workbench embeds. */
  frames?: readonly string[];
}): Promise<HttpApp> {
  const page = join(options.renderer, 'index.html');
  if (!existsSync(page)) throw new RoutewrightError('RW_HOST_NOT_BUILT', { file: page });
  const address = new Address(options.publicUrl ?? null);
  const { base } = address;
  const signIn = new SignIn(address);
  const app = Fastify({ bodyLimit: BODY_LIMIT, forceCloseConnections: true, exposeHeadRoutes: true });
  app.removeContentTypeParser('text/plain');
  app.addHook('onRequest', setHeaders(address, options.frames ?? []));
  app.addHook('onRequest', address.guardHost);
  app.setNotFoundHandler((request, reply) =>
    request.url.startsWith(base)
      ? refuse(request, reply, 'RW_HTTP_NOT_FOUND')
      : refuse(request, reply, 'RW_HTTP_BASE', base),
  );
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    if (error.statusCode === 413) await drain(request.raw);
    if ((error.statusCode ?? 500) < 500) return refuse(request, reply, 'RW_HTTP_INPUT', error.message);
    console.error(error);
    return refuse(request, reply, 'RW_INTERNAL');
  });
  await app.register(cookie);
  // Registered below `/alice`, a path `/rpc` is `/alice/rpc`.
  const prefix = base.slice(0, -1);
  if (prefix !== '') {
    app.get(prefix, async (request, reply) => reply.redirect(base + request.url.slice(prefix.length), 308));
  }
  await app.register(docsFrame, { prefix, address, root: join(options.renderer, 'docs-frame') });
  await app.register(
    async (inside) => {
      inside.addHook('onRequest', address.guardOrigin);
      inside.addHook('onRequest', signIn.guard);
      await serveCalls(inside, options.router, { signIn, base });
      serveLessonImages(inside, options.course);
      await serveRenderer(inside, options.renderer);
    },
    { prefix },
  );
  return { app, token: signIn.token };
}

/** Public: the frame has no cookie, since its origin is its own. */
async function docsFrame(app: FastifyInstance, { root, address }: { root: string; address: Address }): Promise<void> {
  if (!existsSync(root)) return;
  app.addHook('onRequest', setFrameHeaders(address));
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

type Guards = { signIn: SignIn; base: string };

async function serveCalls(app: FastifyInstance, router: AnyRouter, { signIn, base }: Guards): Promise<void> {
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
    // A proxy must hand events on as they come; nginx takes the word of this header for it.
    reply.headers({ 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    const { matched } = await handler.handle(request, reply, { prefix: `/${base.slice(1)}rpc`, context: {} });
    if (!matched) await refuse(request, reply, 'RW_HTTP_NOT_FOUND');
  });
}
