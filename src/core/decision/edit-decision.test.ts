import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DecisionChange, editDecision } from './edit-decision.ts';
import { readDecision } from './read-decision.ts';

const TEXT = `# Which framework?
options:
  - { id: fastify, title: Fastify }   # ours
  - id: django
    title: "Django REST"
criteria:
  - { id: speed, title: Speed }
  - { id: admin, title: An admin }
  - { id: team, title: What the team knows }
scenarios:
  # the first one
  - id: start-up
    title: A start-up
    story: >-
      Three people and
      a deadline.
    choice: ''   # yours
    because: []

  - id: museum
    title: A museum
    story: Many tables.
    because:
      - team # they know it
  - { id: shop, title: A shop, story: Orders, because: [speed] }
`;
const read = (text: string) => {
  const { value, problems } = readDecision(text);
  expect(problems, text).toEqual([]);
  return value;
};
/** Lines that are in only one of the texts. */
const lines = (change: DecisionChange) => {
  const before = TEXT.split('\n');
  const after = editDecision(TEXT, change).split('\n');
  return [
    ...before.filter((line) => !after.includes(line)).map((line) => `-${line}`),
    ...after.filter((line) => !before.includes(line)).map((line) => `+${line}`),
  ];
};

test.each<[string, DecisionChange, string[]]>([
  [
    'a choice',
    { do: 'choose', scenario: 0, option: 'fastify' },
    ["-    choice: ''   # yours", "+    choice: 'fastify'   # yours"],
  ],
  ['a first choice', { do: 'choose', scenario: 1, option: 'django' }, ['+    choice: django']],
  ['a first reason', { do: 'give-reason', scenario: 0, criterion: 'team' }, ['-    because: []', '+      - team']],
  ['a reason before another one', { do: 'give-reason', scenario: 1, criterion: 'speed' }, ['+      - speed']],
  [
    'a reason in brackets',
    { do: 'give-reason', scenario: 2, criterion: 'admin' },
    [
      '-  - { id: shop, title: A shop, story: Orders, because: [speed] }',
      '+  - { id: shop, title: A shop, story: Orders, because: [speed, admin] }',
    ],
  ],
  [
    'the last reason taken back',
    { do: 'take-reason', scenario: 1, criterion: 'team' },
    ['-    because:', '-      - team # they know it'],
  ],
  ['an option that is not there', { do: 'choose', scenario: 0, option: 'flask' }, []],
  ['a scenario that is not there', { do: 'choose', scenario: 7, option: 'django' }, []],
])('%s', (_name, change, expected) => {
  const found = lines(change);
  expect(found).toEqual(expected);
});

describe('for any changes, one after the other', () => {
  const scenario = fc.nat(2);
  const criterion = fc.constantFrom('speed', 'admin', 'team');
  const change: fc.Arbitrary<DecisionChange> = fc.oneof(
    fc.record({ do: fc.constant('choose' as const), scenario, option: fc.constantFrom('', 'fastify', 'django') }),
    fc.record({ do: fc.constantFrom('give-reason' as const, 'take-reason' as const), scenario, criterion }),
  );
  test('the choice is there, and every other line is as it was', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
        const text = changes.reduce(editDecision, TEXT);
        const expected = read(TEXT);
        for (const one of changes) {
          const row = expected?.scenarios[one.scenario];
          if (!row) continue;
          if (one.do === 'choose') row.choice = one.option;
          else
            row.because = ['speed', 'admin', 'team'].filter((id) =>
              id === one.criterion ? one.do === 'give-reason' : row.because.includes(id),
            );
        }
        expect(read(text), text).toEqual(expected);
        const own = (of: string) =>
          of.split('\n').filter((line) => !/choice|because|^ {6}- (speed|admin|team)/.test(line));
        expect(own(text)).toEqual(own(TEXT));
      }),
      { numRuns: 60 },
    );
  });
});
