/** The one shape of every answer that has a body. */
export interface Envelope<T> {
  status: 'success' | 'error';
  message: string;
  data: T;
}

export function success<T>(message: string, data: T): Envelope<T> {
  return { status: 'success', message, data };
}

export function failure(message: string): Envelope<null> {
  return { status: 'error', message } as Envelope<null>;
}
