import { ApiError } from './errors.ts';
import type { Book, BookChange, NewBook } from './schemas/book.ts';

/** The books of one library and the rules that they keep. Knows nothing of requests and replies. */
export class Books {
  readonly #books: Book[] = [
    { id: 1, title: 'Middlemarch', author: 'George Eliot', year: 1871 },
    { id: 2, title: 'Walden', author: 'Henry David Thoreau', year: 1854 },
    { id: 4, title: 'The Time Machine', author: 'H. G. Wells', year: 1895 },
  ];
  #lastId = 4;

  list(): readonly Book[] {
    return this.#books;
  }

  has(id: number): boolean {
    return this.#books.some((book) => book.id === id);
  }

  find(id: number): Book {
    const book = this.#books.find((book) => book.id === id);
    if (!book) throw new ApiError(404, 'There is no book with this id.');
    return book;
  }

  create(input: NewBook): Book {
    const fields = this.#accept(input);
    this.#lastId += 1;
    const book = { id: this.#lastId, ...fields };
    this.#books.push(book);
    return book;
  }

  replace(id: number, input: NewBook): Book {
    const old = this.find(id);
    const book = { id, ...this.#accept(input, old) };
    this.#books[this.#books.indexOf(old)] = book;
    return book;
  }

  change(id: number, input: BookChange): Book {
    return this.replace(id, { ...this.find(id), ...input });
  }

  remove(id: number): void {
    this.#books.splice(this.#books.indexOf(this.find(id)), 1);
  }

  /** What no schema can know: whether this book is there already. `old` is the book that it takes the place of. */
  #accept({ title, author, year }: NewBook, old?: Book): NewBook {
    refuseFuture({ year });
    const twin = this.#books.find((book) => book.title === title && book.author === author);
    if (twin && twin !== old) throw new ApiError(409, 'This book is already in the catalogue.');
    return { title, author, year };
  }
}

/** A rule of the library, not of the form: what is a mistake today may be right next year. */
function refuseFuture({ year }: { year?: number }) {
  if (year === undefined || year <= new Date().getUTCFullYear()) return;
  throw new ApiError(422, 'This book is not out yet.', [
    { in: 'body', field: 'year', message: 'must not be in the future' },
  ]);
}
