import type { IncomingMessage, ServerResponse } from 'node:http';

interface Book {
  id: number;
  title: string;
  author: string;
}

const books: Book[] = [
  { id: 1, title: 'Middlemarch', author: 'George Eliot' },
  { id: 2, title: 'Walden', author: 'Henry David Thoreau' },
  { id: 4, title: 'The Time Machine', author: 'H. G. Wells' },
];
let lastId = 4;

const COLLECTION = '/api/v1/books';

/** Answers one request. There is nothing below this but Node. */
export async function handle(req: IncomingMessage, res: ServerResponse) {
  const { pathname, searchParams } = new URL(req.url ?? '/', 'http://localhost');
  if (pathname === COLLECTION) {
    if (req.method === 'GET') return list(res, searchParams.get('author'));
    if (req.method === 'POST') return create(req, res);
    return notAllowed(res, 'GET, POST');
  }
  if (pathname.startsWith(`${COLLECTION}/`)) {
    if (req.method === 'GET') return readOne(res, pathname.slice(COLLECTION.length + 1));
    return notAllowed(res, 'GET');
  }
  return send(res, 404, { message: 'There is nothing at this address.' });
}

function list(res: ServerResponse, author: string | null) {
  send(res, 200, author === null ? books : books.filter((book) => book.author === author));
}

function readOne(res: ServerResponse, id: string) {
  const book = books.find((book) => String(book.id) === id);
  if (book) send(res, 200, book);
  else send(res, 404, { message: 'There is no book with this id.' });
}

async function create(req: IncomingMessage, res: ServerResponse) {
  const { title, author } = await readObject(req);
  if (!isText(title) || !isText(author)) {
    return send(res, 400, { message: 'A book needs a title and an author, as JSON.' });
  }
  lastId += 1;
  const book: Book = { id: lastId, title, author };
  books.push(book);
  res.setHeader('location', `${COLLECTION}/${book.id}`);
  send(res, 201, book);
}

/** What the client sent, with whatever is in it; empty if it is no JSON object. */
async function readObject(req: IncomingMessage): Promise<Record<string, unknown>> {
  req.setEncoding('latin1');
  let text = '';
  for await (const chunk of req) text += chunk;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

function notAllowed(res: ServerResponse, allow: string) {
  res.setHeader('allow', allow);
  send(res, 405, { message: `Only ${allow} is possible here.` });
}

function send(res: ServerResponse, status: number, data: unknown) {
  res.statusCode = status;
  res.setHeader('content-type', 'application/json; charset=utf-8');
  res.end(JSON.stringify(data));
}
