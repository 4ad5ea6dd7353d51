import { absent, type Row } from '../row.ts';

export const durabilityKills: Row = {
  number: 15,
  figure: 'kill -9 at random moments, 200 times',
  target: '0 torn, 0 lost',
  measure: async () => absent('This row is not written yet.'),
};
