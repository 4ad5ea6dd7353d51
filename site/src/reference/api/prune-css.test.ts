import { expect, test } from 'vitest';
import { pruneCss } from './prune-css.ts';

const prune = (css: string, ...classes: string[]) => pruneCss(css, new Set(classes));

test('a rule goes when no selector of it can apply', () => {
  expect(prune('.a { color: red } .b, .a .c, p { margin: 0; }', 'a')).toBe('.a{color: red}p{margin: 0;}');
});

test('groups stay while they hold something', () => {
  const css = '@layer x, y; @layer x { @media (width > 9px) { .a { top: 0 } } @media print { .b { top: 0 } } }';
  expect(prune(css, 'a')).toBe('@layer x, y;@layer x{@media (width > 9px){.a{top: 0}}}');
});

test('nested rules are read, and declarations between them stay', () => {
  expect(prune('.a { top: 0; &:hover { left: 0; } .b { right: 0 } bottom: 0 }', 'a')).toBe(
    '.a{top: 0;&:hover{left: 0;}bottom: 0}',
  );
});

test('what stands in brackets, quotes or behind a backslash does not end anything', () => {
  const odd = String.raw`.md\:w-\[3px\]{content: "}{;";background: url(data:a;b)}`;
  expect(prune(odd, 'md:w-[3px]')).toBe(odd);
  expect(prune(odd, 'md')).toBe('');
  expect(prune('.a:not(.b) { top: 0 } :where(.x, .a) { top: 0 }', 'a')).toBe(
    '.a:not(.b){top: 0}:where(.x, .a){top: 0}',
  );
});

test('keyframes and properties stay whole', () => {
  const css = '@keyframes spin { to { rotate: 1turn } } @property --a { syntax: "*"; inherits: false }';
  expect(prune(css)).toBe('@keyframes spin{to { rotate: 1turn }}@property --a{syntax: "*"; inherits: false}');
});
