import { absent, type Row } from '../row.ts';

export const exits: Row = {
  number: 12,
  figure: 'What is said of an end: exit, throw, reject, natural',
  target: '240 of 240',
  measure: async () => absent('This row is not written yet.'),
};
