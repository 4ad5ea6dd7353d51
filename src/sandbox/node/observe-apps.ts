import { subscribe } from 'node:diagnostics_channel';
import { Socket } from 'node:net';
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import { LIMITS } from '../../contract/limits.ts';
import { callerPosition, type Position } from './position.ts';
import { recordTraffic } from './traffic.ts';

/** A route as it was registered, and where in the learner's code. */
export type ObservedRoute = { options: RouteOptions & { path: string }; at: Position | undefined };
export type ObservedApp = { routes: ObservedRoute[]; schemas: Map<string, unknown> };

/** Looking for the place takes longer than the route; nobody wrote so many by hand. */
const MOST_PLACED = 2 * LIMITS.routes;

// Learner code may put anything in its place.
const { now } = Date;

const apps = new Map<FastifyInstance, ObservedApp>();
let observing = true;

/**
 * From now on every Fastify instance of this process is observed from its first moment: routes are collected, answered
 * requests are reported. The hooks are in place before the learner can register
 * anything, so routes at the root are seen too.
 */
export function observeApps(): void {
  subscribe('fastify.initialization', (message) => {
    if (observing) observe((message as { fastify: FastifyInstance }).fastify);
  });
}

/** What is known of an instance that the learner's code made. */
export function observedApp(app: FastifyInstance): ObservedApp | undefined {
  return apps.get(app);
}

/** Every instance that the learner's code made, in that order. */
export function observedApps(): ObservedApp[] {
  return [...apps.values()];
}

/** The instances themselves. */
export function observedInstances(): FastifyInstance[] {
  return [...apps.keys()];
}

/** What the rehearsal made, or a program that has ended, is not the learner's. */
export function forgetApps(): void {
  apps.clear();
}

/** What is made from now on is not observed: a test suite makes many instances, and nobody asks for their routes. */
export function stopObserving(): void {
  observing = false;
}

/** Makes an instance of the sandbox's own, not observed. */
export function unobserved<T>(make: () => T): T {
  observing = false;
  try {
    return make();
  } finally {
    observing = true;
  }
}

function observe(app: FastifyInstance): void {
  const seen: ObservedApp = { routes: [], schemas: new Map() };
  apps.set(app, seen);
  app.addHook('onRoute', function (options) {
    seen.routes.push({ options, at: seen.routes.length < MOST_PLACED ? callerPosition() : undefined });
    for (const [id, schema] of Object.entries(this.getSchemas())) seen.schemas.set(id, schema);
  });
  app.addHook('onResponse', (request, reply, done) => {
    if (cameByNetwork(request)) {
      recordTraffic({
        at: now() - reply.elapsedTime,
        method: request.method,
        url: request.url,
        pattern: request.routeOptions.url,
        status: reply.statusCode,
        ms: reply.elapsedTime,
      });
    }
    done();
  });
}

/** `app.inject()` of the learner's own tests passes no socket. */
function cameByNetwork(request: FastifyRequest): boolean {
  return request.raw.socket instanceof Socket;
}
