import { ApiError } from './errors.ts';

export interface Book {
  id: number;
  title: string;
  author: string;
  year?: number;
}

type Fields = Omit<Book, 'id'>;

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

  create(input: Partial<Book>): Book {
    const fields = this.#accept(input);
    this.#lastId += 1;
    const book = { id: this.#lastId, ...fields };
    this.#books.push(book);
    return book;
  }

  replace(id: number, input: Partial<Book>): Book {
    const old = this.find(id);
    const book = { id, ...this.#accept(input, old) };
    this.#books[this.#books.indexOf(old)] = book;
    return book;
  }

  change(id: number, input: Partial<Book>): Book {
    return this.replace(id, { ...this.find(id), ...input });
  }

  remove(id: number): void {
    this.#books.splice(this.#books.indexOf(this.find(id)), 1);
  }

  /** Everything that must be true of a book. `old` is the book that it takes the place of. */
  #accept({ title, author, year }: Partial<Book>, old?: Book): Fields {
    if (!isText(title) || !isText(author)) throw new ApiError(400, 'A book needs a title and an author.');
    const twin = this.#books.find((book) => book.title === title && book.author === author);
    if (twin && twin !== old) throw new ApiError(409, 'This book is already in the catalogue.');
    return { title, author, year };
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
