import { expect, test } from 'vitest';
import { attackOnPaper, attackText } from './attack-text.ts';

test('what was found stands in the sentence', () => {
  expect(
    attackText('You are {{name}}, with {{roles}} until {{env.YEAR}}.', {
      name: 'Ada',
      roles: ['member'],
      'env.YEAR': '2026',
    }),
  ).toBe('You are Ada, with ["member"] until 2026.');
});

test('what was not found leaves a sentence that can be read', () => {
  expect(attackText('The key of {{name}} is {{ key }}.', { name: 'Ada' })).toBe('The key of Ada is (not found).');
});

test('what is found never fills the panel, and is no template itself', () => {
  expect(attackText('{{all}}', { all: 'x'.repeat(50_000) }).length).toBeLessThan(300);
  expect(attackText('{{a}} {{b}}', { a: '{{b}}', b: 'B' })).not.toContain('{{');
});

test('before it has run, a sentence names what will be found', () => {
  expect(attackOnPaper('The list begins with {{firstTitle}}, for {{ email }} until {{day.21}}.')).toBe(
    'The list begins with [first title], for [email] until [day 21].',
  );
  expect(attackOnPaper('Read from {{env.DATABASE_FILE}}, {{pin2}}: {{ODD}}')).toBe(
    'Read from [database file], [pin 2]: [odd]',
  );
  expect(attackOnPaper('Nothing is found.')).toBe('Nothing is found.');
});
