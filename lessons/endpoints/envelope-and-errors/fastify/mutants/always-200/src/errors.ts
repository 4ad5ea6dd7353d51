import type { FastifyError, FastifyInstance } from 'fastify';
import { failure } from './envelope.ts';

/** A "no" that the client may read. */
export class ApiError extends Error {
  readonly statusCode: number;

  constructor(statusCode: number, message: string) {
    super(message);
    this.statusCode = statusCode;
  }
}

/** Lets every failure of `app` leave in the envelope. */
export function answerErrors(app: FastifyInstance) {
  app.setErrorHandler<FastifyError>(async (error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(200).send(failure(error.message));
    request.log.error(error);
    return reply.code(200).send(failure('Something went wrong on our side. Please try again later.'));
  });

  app.setNotFoundHandler(async (request, reply) => {
    return reply.code(404).send(failure(`There is no ${request.method} ${request.url} here.`));
  });
}
