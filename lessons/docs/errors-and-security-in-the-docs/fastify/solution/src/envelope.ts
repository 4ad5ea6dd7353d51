import { z } from 'zod';

/** Where a page of a list stands in the whole. */
const Page = z.object({ number: z.int(), size: z.int(), total: z.int() }).meta({
  description: 'Which page this is, how many items a page has, and how many there are on all pages.',
  examples: [{ number: 1, size: 20, total: 3 }],
});
export type Page = z.infer<typeof Page>;

/** One mistake in a request, and where it is. */
const FieldError = z.object({
  in: z.enum(['body', 'query', 'params', 'headers']),
  field: z.string(),
  message: z.string(),
});
export type FieldError = z.infer<typeof FieldError>;

/** What every "no" looks like, from every route. */
export const Failure = z
  .object({
    status: z.literal('error'),
    message: z.string().describe('What went wrong, in words for people. Programs read the status code.'),
    data: z.null(),
    errors: z.array(FieldError).optional().describe('One entry for each field that is wrong.'),
  })
  .meta({
    id: 'Failure',
    description: 'What every failure looks like.',
    examples: [
      {
        status: 'error',
        message: 'The request has mistakes.',
        data: null,
        errors: [{ in: 'body', field: 'title', message: 'must not be empty' }],
      },
      { status: 'error', message: 'There is no book with this id.', data: null },
    ],
  });

/** The schema of an answer with `data` in it. What `data` does not name is left out of the answer. */
export function answerWith<T extends z.ZodType>(data: T, description: string) {
  const message = z.string().meta({ description: 'The same in words, for people.', examples: [description] });
  return z.object({ status: z.literal('success'), message, data }).describe(description);
}

export function pageWith<T extends z.ZodType>(item: T, description: string) {
  return answerWith(z.array(item), description).extend({ page: Page }).describe(description);
}

/** The schema of an answer without a body. */
export const nothing = (description: string) => z.null().describe(description);

export function success<T>(message: string, data: T) {
  return { status: 'success' as const, message, data };
}

export function page<T>(message: string, data: T, page: Page) {
  return { ...success(message, data), page };
}

export function failure(message: string, errors?: FieldError[]): z.infer<typeof Failure> {
  return { status: 'error', message, data: null, errors };
}
