import { absent, type Row } from '../row.ts';

export const electronFuses: Row = {
  number: 18,
  figure: 'Fuses of the package',
  target: '7 of 7',
  measure: async () => absent('This row is not written yet.'),
};
