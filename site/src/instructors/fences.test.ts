import { expect, test } from 'vitest';
import { titledFences } from './fences.ts';

test('code blocks with a title are found with their text and their line', () => {
  const page =
    '# A\n\n```yaml title="checks.yaml"\na: 1\n\nb: 2\n```\n\n```sh\nnpm start\n```\n\n- item\n\n  ```ts {1} title="src/app.ts"\n  if (a) {\n    b();\n  }\n  ```\n';
  expect(titledFences(page)).toEqual([
    { language: 'yaml', title: 'checks.yaml', text: 'a: 1\n\nb: 2\n', line: 3 },
    { language: 'ts', title: 'src/app.ts', text: 'if (a) {\n  b();\n}\n', line: 15 },
  ]);
});

test('a longer fence holds shorter ones', () => {
  const [only, ...more] = titledFences('````md title="lesson.md"\n```ts title="x.ts"\na\n```\n````\n');
  expect(only?.text).toBe('```ts title="x.ts"\na\n```\n');
  expect(more).toEqual([]);
});
