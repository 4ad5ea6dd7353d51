/** The one shape of every answer that has a body. */
export interface Envelope<T> {
  status: 'success' | 'error';
  message: string;
  data: T;
}

/** Where a page of a list stands in the whole. */
export interface Page {
  number: number;
  size: number;
  total: number;
}

/** One mistake in a request, and where it is. */
export interface FieldError {
  in: 'body' | 'query' | 'params' | 'headers';
  field: string;
  message: string;
}

export function success<T>(message: string, data: T): Envelope<T> {
  return { status: 'success', message, data };
}

export function page<T>(message: string, data: T, page: Page): Envelope<T> & { page: Page } {
  return { status: 'success', message, data, page };
}

export function failure(message: string, errors?: FieldError[]): Envelope<null> & { errors?: FieldError[] } {
  return { status: 'error', message, data: null, errors };
}
