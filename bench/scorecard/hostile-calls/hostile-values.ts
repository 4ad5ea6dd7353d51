import type { Random } from '../random.ts';

/** Values that no field of the API or of the protocol means: wrong types, sizes, depths, paths and names. */
const VALUES: readonly (() => unknown)[] = [
  () => null,
  () => true,
  () => -1,
  () => 1.5,
  () => 1e308,
  () => -0,
  () => Number.MAX_SAFE_INTEGER + 2,
  () => [],
  () => [[[[[[]]]]]],
  () => ({}),
  () => ({ $ref: '#/a', toString: 'x', valueOf: null }),
  () => JSON.parse('{"__proto__":{"admin":true},"constructor":{"prototype":{"polluted":true}}}'),
  () => deep(2_000),
  () => 'a'.repeat(100_000),
  () => '../../../progress.sqlite',
  () => '/etc/passwd',
  () => 'C:\\windows\\system32',
  () => 'src/../../../x.ts',
  () => 'src//x.ts',
  () => './src/app.ts',
  () => 'src\\..\\app.ts',
  () => 'src/app.ts\u0000.png',
  () => '\u0000',
  () => '\ud800 alone',
  () => '\u202etxt.exe',
  () => 'e\u0301'.repeat(300),
  () => '%2e%2e%2fprogress.sqlite',
  () => "'; DROP TABLE lesson; --",
  () => '<script>alert(1)</script>',
  () => `\${process.exit(1)}`,
  () => 'List-Books',
  () => 'list-books\n',
  () => '',
];

export function hostileValue(random: Random): unknown {
  return random.pick(VALUES)();
}

function deep(levels: number): unknown {
  let value: unknown = 'bottom';
  for (let level = 0; level < levels; level += 1) value = { a: value };
  return value;
}
