/** One step of the database's shape each, in order. A step that has run anywhere is never changed; add another. */
export const MIGRATIONS = [
  `CREATE TABLE books (
     id INTEGER PRIMARY KEY,
     title TEXT NOT NULL,
     author TEXT NOT NULL,
     year INTEGER,
     removed_on TEXT
   ) STRICT;
   CREATE UNIQUE INDEX one_of_each_book ON books (title, author) WHERE removed_on IS NULL;
   CREATE VIEW catalogue AS SELECT id, title, author, year FROM books WHERE removed_on IS NULL;
   CREATE TABLE members (
     id INTEGER PRIMARY KEY,
     name TEXT NOT NULL,
     email TEXT NOT NULL,
     pin_hash TEXT,
     note TEXT
   ) STRICT;
   CREATE TABLE loans (
     id INTEGER PRIMARY KEY,
     book_id INTEGER NOT NULL REFERENCES books (id),
     member_id INTEGER NOT NULL REFERENCES members (id),
     lent_on TEXT NOT NULL,
     due_on TEXT NOT NULL,
     returned_on TEXT
   ) STRICT;
   CREATE UNIQUE INDEX one_open_loan_per_book ON loans (book_id) WHERE returned_on IS NULL;`,

  `INSERT INTO books (id, title, author, year) VALUES
     (1, 'Middlemarch', 'George Eliot', 1871),
     (2, 'Walden', 'Henry David Thoreau', 1854),
     (4, 'The Time Machine', 'H. G. Wells', 1895);
   INSERT INTO members (id, name, email, pin_hash, note) VALUES
     (1, 'Ada Obi', 'ada@example.org', '5d1fe4a8c0b7923e6a4410f29bd8c371:1dfdc13f6542f15d6e3c6bc5cf57808b8057ddf1474695677c390aa688f759d9', 'Owes 4.50 for a wet atlas.'),
     (2, 'Ben Frost', 'ben@example.org', '92c06be1d4f35a7780e1b95c23fa6d04:f8851dcff1a2835dd90f531c16e6ae73ce7ced78ad7ae16de8c73f81af3cbcd3', 'New address since May.');`,

  'CREATE UNIQUE INDEX one_member_per_email ON members (lower(email));',

  `CREATE TABLE api_keys (
     id INTEGER PRIMARY KEY,
     name TEXT NOT NULL,
     key TEXT NOT NULL,
     created_on TEXT NOT NULL
   ) STRICT;`,

  // The keys of before could be read by everybody who saw a backup. Nobody keeps one; new ones are given out.
  `DROP TABLE api_keys;
   CREATE TABLE api_keys (
     id INTEGER PRIMARY KEY,
     name TEXT NOT NULL,
     key_hash TEXT NOT NULL,
     created_on TEXT NOT NULL,
     revoked_on TEXT
   ) STRICT;`,

  'ALTER TABLE members ADD COLUMN phone TEXT;',
];
