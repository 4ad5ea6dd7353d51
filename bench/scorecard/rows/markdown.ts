import { absent, type Row } from '../row.ts';

export const hostileMarkdown: Row = {
  number: 2,
  figure: 'Hostile Markdown, 1,000, each layer alone and together',
  target: '0 scripts, 0 foreign requests, 0 navigations',
  measure: async () => absent('This row is not written yet.'),
};
