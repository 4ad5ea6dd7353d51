import { absent, type Row } from '../row.ts';

export const bombs: Row = {
  number: 8,
  figure: 'Heap and buffer bombs, 50',
  target: 'dead under 1 s, peak memory at most 690 MB',
  measure: async () => absent('This row is not written yet.'),
};
