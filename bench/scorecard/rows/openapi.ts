import { absent, type Row } from '../row.ts';

export const hostileOpenApi: Row = {
  number: 3,
  figure: 'Hostile OpenAPI documents, 200',
  target: '0 scripts, 0 foreign requests, 0 javascript: links',
  measure: async () => absent('This row is not written yet.'),
};
