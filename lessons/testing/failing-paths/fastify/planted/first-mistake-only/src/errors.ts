import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type FieldError, failure } from './envelope.ts';

/** A "no" that the client may read. */
export class ApiError extends Error {
  readonly statusCode: number;
  readonly errors?: FieldError[];

  constructor(statusCode: number, message: string, errors?: FieldError[]) {
    super(message);
    this.statusCode = statusCode;
    this.errors = errors;
  }
}

/** Lets every failure of `app` leave in the envelope. */
export function answerErrors(app: FastifyInstance) {
  app.setErrorHandler<FastifyError>(async (error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (error.validation)
      return reply.code(400).send(failure('The request has mistakes.', fieldErrors(error).slice(0, 1)));
    if (error instanceof ApiError) return reply.code(status).send(failure(error.message, error.errors));
    if (status < 500) return reply.code(status).send(failure(error.message));
    request.log.error(error);
    return reply.code(status).send(failure('Something went wrong on our side. Please try again later.'));
  });

  app.setNotFoundHandler(async (request, reply) => {
    return reply.code(404).send(failure(`There is no ${request.method} ${request.url} here.`));
  });
}

/** For addresses that no route ever sees, because they cannot be read or are too long. */
export function answerFrameworkErrors(error: FastifyError, _request: FastifyRequest, reply: FastifyReply) {
  reply.code(error.statusCode ?? 400).send(failure('This address cannot be read.'));
}

/** One entry for each mistake: a field that is wrong, or one that nobody asked for. */
function fieldErrors({ validation = [], validationContext = 'body' }: FastifyError): FieldError[] {
  const where = validationContext === 'querystring' ? 'query' : validationContext;
  return validation.flatMap(({ instancePath, params, message = 'is not right' }) => {
    const path = instancePath.split('/').filter(Boolean);
    const unknown = Array.isArray(params.keys) ? params.keys.map(String) : [];
    if (unknown.length === 0) return { in: where, field: path.join('.'), message };
    return unknown.map((key) => ({ in: where, field: [...path, key].join('.'), message: 'is not a field here' }));
  });
}
