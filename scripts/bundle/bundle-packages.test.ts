import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BundledPackages } from '../../src/contract/sandbox.ts';
import { bundlePackages } from './bundle-packages.ts';

let dir: string;
let bundle: BundledPackages;
beforeAll(async () => {
  dir = join(await mkdtemp(join(tmpdir(), 'routewright-bundle-')), 'node');
  bundle = await bundlePackages('node', dir);
});
afterAll(() => rm(join(dir, '..'), { recursive: true, force: true }));

describe('the bundled packages of a runtime', () => {
  it('export what the installed packages export', async () => {
    for (const [name, file] of Object.entries(bundle.modules)) {
      const bundled: object = await import(pathToFileURL(join(dir, file)).href);
      const installed: object = await import(name);
      const expected = Object.keys(installed).filter((key) => key !== 'module.exports');
      expect(Object.keys(bundled).sort(), name).toEqual(expected.sort());
    }
  });

  it('are one copy of each: what one makes another knows', async () => {
    const load = async (name: string) => import(pathToFileURL(join(dir, bundle.modules[name] ?? '')).href);
    const [{ default: Fastify }, { default: swagger }, provider, { z }] = await Promise.all(
      ['fastify', '@fastify/swagger', 'fastify-type-provider-zod', 'zod'].map(load),
    );
    const app = Fastify();
    app.setValidatorCompiler(provider.validatorCompiler);
    app.setSerializerCompiler(provider.serializerCompiler);
    await app.register(swagger, { openapi: {}, transform: provider.jsonSchemaTransform });
    app.post('/x', { schema: { body: z.object({ name: z.string() }) } }, async () => 'ok');
    await app.ready();
    expect(app.swagger().paths['/x'].post.requestBody).toBeDefined();
    expect((await app.inject({ method: 'POST', url: '/x', payload: { name: 1 } })).statusCode).toBe(400);
    expect((await app.inject({ method: 'POST', url: '/x', payload: { name: 'a' } })).statusCode).toBe(200);
    await app.close();
  });
});
