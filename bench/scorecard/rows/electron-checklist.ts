import { absent, type Row } from '../row.ts';

export const electronChecklist: Row = {
  number: 17,
  figure: "Electron's security checklist",
  target: '20 of 20',
  measure: async () => absent('This row is not written yet.'),
};
