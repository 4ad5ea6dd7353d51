import { Failure } from '../envelope.ts';

const WHEN = {
  400: 'Something in the request has the wrong form. `errors` names every mistake.',
  401: 'There is no token, or one that is not valid.',
  403: 'The token is valid, and not enough for this.',
  404: 'There is nothing with this id, or nothing that you may see.',
  409: 'The request clashes with what the library has already.',
  413: 'The body is larger than 64 KB.',
  422: 'The form is right, and a rule of the library says no. `errors` names the field.',
};

/** The responses of a route for these failures, and one for those that may meet every request. */
export function failures(...statuses: (keyof typeof WHEN)[]) {
  const named = statuses.map((status) => [status, Failure] as const);
  const responses: Record<string, typeof Failure> = Object.fromEntries(named);
  const other = Failure.describe('Any other failure, such as 429 for too many requests or 500 for a mistake of ours.');
  return { ...responses, default: other };
}
