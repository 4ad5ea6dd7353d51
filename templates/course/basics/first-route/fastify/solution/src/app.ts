import Fastify from 'fastify';

export async function buildApp() {
  const app = Fastify();

  app.get('/hello', async () => {
    return { message: 'Hello!' };
  });

  return app;
}
