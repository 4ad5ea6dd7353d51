import { absent, type Row } from '../row.ts';

export const hostileCalls: Row = {
  number: 20,
  figure: 'Hostile API calls and protocol messages, 10,000',
  target: '0 uncaught, 0 changes of state',
  measure: async () => absent('This row is not written yet.'),
};
