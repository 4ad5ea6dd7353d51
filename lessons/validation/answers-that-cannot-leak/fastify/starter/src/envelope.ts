import { z } from 'zod';

/** Where a page of a list stands in the whole. */
const Page = z.object({ number: z.int(), size: z.int(), total: z.int() });
export type Page = z.infer<typeof Page>;

/** One mistake in a request, and where it is. */
export interface FieldError {
  in: 'body' | 'query' | 'params' | 'headers';
  field: string;
  message: string;
}

/** The schema of an answer with `data` in it. What `data` does not name is left out of the answer. */
export function answerWith<T extends z.ZodType>(data: T) {
  return z.object({ status: z.literal('success'), message: z.string(), data });
}

export function pageWith<T extends z.ZodType>(item: T) {
  return answerWith(z.array(item)).extend({ page: Page });
}

export function success<T>(message: string, data: T) {
  return { status: 'success' as const, message, data };
}

export function page<T>(message: string, data: T, page: Page) {
  return { ...success(message, data), page };
}

export function failure(message: string, errors?: FieldError[]) {
  return { status: 'error' as const, message, data: null, errors };
}
