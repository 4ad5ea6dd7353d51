import { absent, type Row } from '../row.ts';

export const electronFuses: Row = {
  number: 18,
  figure: 'Fuses of the package',
  target: '7 of 7',
  measure: async () =>
    absent(
      'A package is needed: the release job builds one and reads its fuses (e2e/specs/desktop.spec.ts with ROUTEWRIGHT_PACKAGE). That its description sets all seven is a unit test (scripts/package.test.ts).',
    ),
};
