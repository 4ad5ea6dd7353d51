import { absent, type Row } from '../row.ts';

export const durabilityFaults: Row = {
  number: 16,
  figure: 'Power-loss model, full disk, failing disk',
  target: '0 bad states',
  measure: async () => absent('This row is not written yet.'),
};
