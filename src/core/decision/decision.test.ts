import { describe, expect, test } from 'vitest';
import { judgeDecision } from './judge-decision.ts';
import { readDecision } from './read-decision.ts';

const table = (choice: string, because: string) => `options:
  - { id: fastify, title: Fastify }
  - { id: django, title: Django REST Framework }
criteria:
  - { id: admin, title: An admin site in the box }
  - { id: orm, title: Database models in the box }
  - { id: speed, title: Many requests a second }
scenarios:
  - id: back-office
    title: The back office
    story: Ten librarians need forms for everything by Friday.
    choice: ${choice}
    because: ${because}
`;

describe('decision.yaml', () => {
  test('may be undecided', () => {
    expect(readDecision(table("''", '[]')).problems).toEqual([]);
  });

  test('names options and criteria that exist', () => {
    const { value, problems } = readDecision(table('djago', '[admin, rom]'));
    expect(value).toBeNull();
    expect(problems).toMatchObject([
      { code: 'RW_DECISION_INVALID', file: 'decision.yaml', line: 12, nearest: 'django' },
      { code: 'RW_DECISION_INVALID', line: 13, nearest: 'orm' },
    ]);
  });

  test('that is very long is refused before it is read', () => {
    expect(readDecision('#'.repeat(30_000)).problems).toMatchObject([{ code: 'RW_DECISION_INVALID' }]);
  });
});

describe('a row of it', () => {
  const judge = (choice: string, because: string, more: object = {}) => {
    const decision = readDecision(table(choice, because)).value;
    if (!decision) throw new Error('not read');
    const rules = { scenario: 'back-office', accepts: ['django'], reasons: ['admin', 'orm'], atLeast: 2 };
    return judgeDecision({ ...rules, ...more }, decision);
  };

  test('holds with a choice that fits and enough reasons for it; more reasons do no harm', () => {
    expect(judge('django', '[admin, orm, speed]')).toEqual([]);
  });

  test.each([
    ["''", '[]', 'not decided yet'],
    ['fastify', '[admin, orm]', 'Fastify'],
    ['django', '[]', 'no reason yet'],
    ['django', '[admin, speed]', 'An admin site in the box, Many requests a second'],
    ['django', '[admin, admin]', 'An admin site in the box, An admin site in the box'],
  ])('with %s because %s says what is there', (choice, because, actual) => {
    expect(judge(choice, because)).toMatchObject([{ actual }]);
  });

  test('with more reasons than can have decided does not hold', () => {
    expect(judge('django', '[admin, orm, speed]', { atMost: 2 })).toMatchObject([{ actual: '3 reasons' }]);
    expect(judge('django', '[admin, orm]', { atMost: 2 })).toEqual([]);
    expect(judge('django', '[admin, orm, orm]', { atMost: 2 })).toEqual([]);
  });

  test('never tells the right option', () => {
    expect(JSON.stringify(judge('fastify', '[]'))).not.toContain('Django');
  });

  test('that is missing is said', () => {
    expect(judge('django', '[]', { scenario: 'other' })).toMatchObject([{ actual: 'missing' }]);
  });
});
