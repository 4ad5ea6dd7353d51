/** Reason phrases of RFC 9110 (section 15) and RFC 6585 for the statuses that an API plans. */
const PHRASES: Record<number, string> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No Content',
  206: 'Partial Content',
  301: 'Moved Permanently',
  302: 'Found',
  303: 'See Other',
  304: 'Not Modified',
  307: 'Temporary Redirect',
  308: 'Permanent Redirect',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  409: 'Conflict',
  410: 'Gone',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  428: 'Precondition Required',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  503: 'Service Unavailable',
};

/** The name of a status, or that of its class. */
export function statusText(status: number): string {
  const classes = ['', 'Informational', 'Success', 'Redirection', 'Client error', 'Server error'];
  return PHRASES[status] ?? classes[Math.floor(status / 100)] ?? 'Response';
}

/** What a status tells a client of an API, in a sentence (RFC 9110, RFC 6585). */
const MEANINGS: Record<number, string> = {
  200: 'It worked, and the answer is in the body.',
  201: 'Something new is there; Location says where.',
  202: 'Accepted, but not done yet.',
  204: 'It worked, and there is nothing to send back.',
  206: 'A part of what was asked for, as the Range header wanted.',
  301: 'It lives elsewhere for good.',
  302: 'It lives elsewhere for now.',
  303: 'The answer is to be read at another place with GET.',
  304: 'Not changed since the client read it last.',
  307: 'Elsewhere for now; send the same request there.',
  308: 'Elsewhere for good; send the same request there.',
  400: 'The request cannot be understood, such as broken JSON.',
  401: 'Nobody has signed in, or the token is no good.',
  403: 'Signed in, but not allowed to do this.',
  404: 'Nothing is there.',
  405: 'This path does not know the method.',
  406: 'It is not there in a form that the client takes.',
  409: 'It contradicts what is there now, such as a book that is lent already.',
  410: 'It was there, and is gone for good.',
  412: 'Somebody changed it since the client read it.',
  413: 'The body is larger than what is taken.',
  415: 'The body is not of a kind that is taken.',
  422: 'The request is readable, but what it says is not right.',
  428: 'Say which version you change: If-Match is missing.',
  429: 'Too many requests in a short time; Retry-After says when to come back.',
  500: 'The server made a mistake.',
  501: 'The server cannot do this at all.',
  503: 'The server cannot answer just now.',
};

/** Every status with a name, in order. */
export const KNOWN_STATUSES: readonly number[] = Object.keys(PHRASES).map(Number);

/** What a status means, or null for one that no client knows by name. */
export function statusMeaning(status: number): string | null {
  return MEANINGS[status] ?? null;
}
