import { absent, type Row } from '../row.ts';

export const burst: Row = {
  number: 13,
  figure: 'A burst of 50,000 requests at 10,000/s or more',
  target: '0 errors, frame gap under 50 ms',
  measure: async () => absent('This row is not written yet.'),
};
