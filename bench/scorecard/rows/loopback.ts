import { absent, type Row } from '../row.ts';

export const loopbackAttacks: Row = {
  number: 4,
  figure: 'Attacks on loopback, at least 12, in Chromium',
  target: '0 reads, 0 side effects, the real page works',
  measure: async () => absent('This row is not written yet.'),
};
