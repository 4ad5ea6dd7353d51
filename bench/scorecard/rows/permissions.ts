import { absent, type Row } from '../row.ts';

export const permissions: Row = {
  number: 19,
  figure: 'Permission probes',
  target: 'the denied set exact, the leaks as documented',
  measure: async () => absent('This row is not written yet.'),
};
