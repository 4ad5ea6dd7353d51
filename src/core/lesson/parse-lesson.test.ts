import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../contract/limits.ts';
import { parseLesson } from './parse-lesson.ts';

const FILE = 'lessons/endpoints/first-route/lesson.md';
const front = `---
id: first-route
title: Your first route
summary: Answer a GET.
minutes: 8
goals: [Register a route]
---
`;
const parse = (body: string, head = front) => parseLesson(head + body, FILE);
const blocks = (body: string) => parse(body).value?.blocks;

describe('blocks', () => {
  test('a heading with an id is a task until the next "## " heading', () => {
    const body = `Why first.

## Register the route {#register}

Do it.

### Detail

More.

## What you can do now

You can.
`;
    expect(blocks(body)).toEqual([
      { type: 'prose', markdown: 'Why first.' },
      { type: 'task', id: 'register', title: 'Register the route', markdown: 'Do it.\n\n### Detail\n\nMore.' },
      { type: 'prose', markdown: '## What you can do now\n\nYou can.' },
    ]);
  });

  test('two headings without an id are one prose block; a task may be empty', () => {
    expect(blocks('## A\n\na\n\n## B\n\nb')).toEqual([{ type: 'prose', markdown: '## A\n\na\n\n## B\n\nb' }]);
    expect(blocks('## A {#a}\n## B {#b} ##')).toEqual([
      { type: 'task', id: 'a', title: 'A', markdown: '' },
      { type: 'task', id: 'b', title: 'B', markdown: '' },
    ]);
    expect(blocks('')).toEqual([]);
  });

  test('what looks like a heading inside code or a quote is text', () => {
    const code = '```md\n## Not a task {#nope}\n```';
    expect(blocks(code)).toEqual([{ type: 'prose', markdown: code }]);
    expect(blocks('> ## Not a task {#nope}')).toHaveLength(1);
    expect(parse('> ## Not a task {#nope}').problems).toEqual([]);
  });

  test('titles keep their Markdown, and files with CRLF are read the same', () => {
    expect(blocks('## Answer `200` {#ok}\n\nDo.')?.[0]).toMatchObject({ title: 'Answer `200`' });
    const crlf = parseLesson(`${front}## A {#a}\n\nDo.\n`.replaceAll('\n', '\r\n'), FILE);
    expect(crlf.problems).toEqual([]);
    expect(crlf.value?.blocks).toEqual([{ type: 'task', id: 'a', title: 'A', markdown: 'Do.' }]);
  });

  test('a link definition at the end works in every block', () => {
    const found = blocks('See [RFC].\n\n## Do {#do}\n\nRead [RFC].\n\n[RFC]: https://www.rfc-editor.org/');
    expect(found?.[0]?.markdown).toBe('See [RFC].\n\n[RFC]: https://www.rfc-editor.org/');
    expect(found?.[1]?.markdown.match(/\[RFC\]:/g)).toHaveLength(1);
  });
});

test('mistakes in task headings have their line, and the text stays', () => {
  const { value, problems } = parse('## A {#same}\n\na\n\n## B {#same}\n\nb\n\n## C {#Bad Id}\n\nc\n\n### D {#deep}\n');
  expect(problems.map((one) => `${one.line} ${one.code} ${one.message}`).toSorted()).toEqual([
    '12 RW_COURSE_ID The task id "same" is there twice.',
    '16 RW_COURSE_ID The task id "Bad Id" is not in kebab-case, such as "create-a-book".',
    '20 RW_COURSE_ID The heading of the task "deep" begins with "## ", nothing else.',
  ]);
  expect(JSON.stringify(value?.blocks)).toContain('## B');
});

test('fences that name a file have it with their line; others do not', () => {
  const body = `\`\`\`ts src/app.ts
const a = 1;
\`\`\`

- in a list:

  \`\`\`json package.json {2}
  {}
  \`\`\`

\`\`\`ts
no file
\`\`\`

\`\`\`sh npm test
no file either
\`\`\`
`;
  expect(parse(body).value?.fences).toEqual([
    { file: 'src/app.ts', code: 'const a = 1;', line: 8 },
    { file: 'package.json', code: '{}', line: 14 },
  ]);
});

test('links, images, definitions and bare addresses have their line', () => {
  const body = 'a [b](lesson:next) and\n![c](pic.svg) https://example.com\n\n[d]: #task\n\n`[e](no)`';
  expect(parse(body).value?.links).toEqual([
    { href: 'lesson:next', line: 8, alt: null },
    { href: 'pic.svg', line: 9, alt: 'c' },
    { href: 'https://example.com', line: 9, alt: null },
    { href: '#task', line: 11, alt: null },
  ]);
});

describe('frontmatter', () => {
  test('with a mistake says where, and the text is still there with defaults', () => {
    const { value, problems } = parse('Text.', front.replace('minutes', 'minuts'));
    expect(problems).toMatchObject([
      { code: 'RW_COURSE_SCHEMA', file: FILE, line: 5, column: 1, path: 'minuts', nearest: 'minutes' },
    ]);
    expect(value?.frontmatter).toMatchObject({ id: 'first-route', title: 'Your first route', minutes: 5 });
    expect(value?.blocks).toEqual([{ type: 'prose', markdown: 'Text.' }]);
  });
  test('that is no YAML takes its id from the folder', () => {
    const { value, problems } = parse('Text.', '---\nid: "first\n---\n');
    expect(problems[0]).toMatchObject({ code: 'RW_COURSE_YAML' });
    expect(value?.frontmatter).toMatchObject({ id: 'first-route', title: 'first-route' });
  });
  test.each(['# Only text', '', '---\nid: a\n', '\n---\nid: a\n---\n'])(
    'that is missing in %j is one problem',
    (text) => {
      const { value, problems } = parseLesson(text, FILE);
      expect(value).toBeNull();
      expect(problems).toMatchObject([{ code: 'RW_COURSE_SCHEMA', file: FILE, line: 1 }]);
    },
  );
  test('may follow a byte order mark and hold --- in a text', () => {
    const { value, problems } = parseLesson(`\uFEFF${front.replace('Answer a GET.', '"a --- b"')}x`, FILE);
    expect(problems).toEqual([]);
    expect(value?.frontmatter.summary).toBe('a --- b');
  });
});

test('a file over the limit is refused before it is parsed', () => {
  const { value, problems } = parse('x'.repeat(LIMITS.courseFileBytes));
  expect(value).toBeNull();
  expect(problems).toMatchObject([{ code: 'RW_COURSE_FILE_TOO_LARGE', file: FILE }]);
});

test('nesting without end is one problem, not a crash', () => {
  const { value, problems } = parse('>'.repeat(100_000));
  expect(value?.blocks).toHaveLength(1);
  expect(problems).toHaveLength(1);
});
