import type { FastifyInstance } from 'fastify';

const Note = { type: 'object', required: ['text'], properties: { text: { type: 'string', minLength: 1 } } };

/** JSON Schemas as they are: Fastify loads its own validator and serializer for them. */
export async function notes(app: FastifyInstance) {
  app.post('/notes', { schema: { body: Note, response: { 201: Note } } }, async (request, reply) => {
    return reply.code(201).send(request.body);
  });
}
