import { absent, type Row } from '../row.ts';

export const hostileServers: Row = {
  number: 14,
  figure: 'Hostile HTTP servers, 9 kinds',
  target: 'at most 2.1 s and 1.1 MiB each',
  measure: async () => absent('This row is not written yet.'),
};
