import Fastify from 'fastify';

export function buildApp() {
  const app = Fastify();
  app.get('/books', async () => []);
  return app;
}
