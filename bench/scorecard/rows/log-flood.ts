import { absent, type Row } from '../row.ts';

export const logFlood: Row = {
  number: 9,
  figure: '100 MiB of logs',
  target: 'the server held up for less than 50 ms, and below 150 MB',
  measure: async () => absent('This row is not written yet.'),
};
