import { expect, test } from 'vitest';
import { scrubDocument } from './scrub-document.ts';

const base = { openapi: '3.1.0', info: { title: 'Library', version: '1.0.0' } };

test('links that a reader could follow keep only http, https and mailto', () => {
  const shown = scrubDocument({
    ...base,
    info: {
      ...base.info,
      termsOfService: 'javascript:alert(1)',
      contact: { url: 'https://example.org/', email: 'a@example.org' },
      license: { name: 'X', url: ' java\nscript:alert(1)' },
    },
    externalDocs: { url: 'data:text/html,<script>alert(1)</script>' },
  });
  expect(shown).toEqual({
    ...base,
    info: {
      ...base.info,
      contact: { url: 'https://example.org/', email: 'a@example.org' },
      license: { name: 'X' },
    },
    externalDocs: {},
    servers: [expect.objectContaining({ url: 'http://127.0.0.1' })],
  });
});

test('nothing in it makes the viewer load something from elsewhere', () => {
  const shown = scrubDocument({
    ...base,
    'x-scalar-sdk-installation': [{ lang: 'js', source: 'https://evil.example/x' }],
    paths: {
      '/books': {
        get: { description: 'See ![cover](https://evil.example/c.png) and <img src="https://evil.example/d.png">' },
        post: { $ref: 'https://evil.example/openapi.json' },
      },
    },
    components: { schemas: { Book: { $ref: '#/components/schemas/Item' } } },
  });
  const text = JSON.stringify(shown);
  expect(text).not.toContain('x-scalar');
  expect(text).not.toContain('openapi.json');
  expect(text).not.toContain('c.png');
  expect(text).not.toContain('<img');
  expect(text).toContain('#/components/schemas/Item');
});

test('plain words that look like a scheme stay as they are', () => {
  const description = 'The envelope holds data: the books as `Array<Book>`. [Run](javascript:alert(1))';
  const shown = scrubDocument({ ...base, tags: [{ name: 'books', description }] });
  expect(JSON.stringify(shown.tags)).toContain('holds data: the books as `Array<Book>`. [Run](#');
});

test('requests go to the API of the learner alone, whatever the document names', () => {
  const paths = {
    '/books': { servers: [{ url: 'https://evil.example' }], get: { servers: [{ url: 'https://evil.example' }] } },
  };
  const shown = scrubDocument({ ...base, servers: [{ url: 'https://evil.example' }], paths });
  expect(shown.servers).toEqual([expect.objectContaining({ url: 'http://127.0.0.1' })]);
  expect(JSON.stringify(shown)).not.toContain('evil.example');
});

test('examples and schema properties keep their values and names', () => {
  const schema = {
    type: 'object',
    properties: { description: { type: 'string' }, cover: { type: 'string', example: 'data:image/png;base64,AA' } },
    examples: [{ url: '/relative', description: 'a < b' }],
  };
  const shown = scrubDocument({ ...base, components: { schemas: { Book: schema } } });
  expect(shown.components).toEqual({ schemas: { Book: schema } });
});
