import { absent, type Row } from '../row.ts';

export const falseAlarms: Row = {
  number: 7,
  figure: 'False alarms in 10 minutes with 16 CPU hogs',
  target: '0',
  measure: async () => absent('This row is not written yet.'),
};
