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

/** Answers one request. There is nothing below this but Node. */
export async function handle(req: IncomingMessage, res: ServerResponse) {
  console.log(req.method, req.url);
  res.statusCode = 200;
  res.end(JSON.stringify(books));
}
