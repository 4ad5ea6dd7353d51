import { absent, type Row } from '../row.ts';

export const hostileArchives: Row = {
  number: 1,
  figure: 'Hostile archives, 1,000 seeded',
  target: '0 escapes, all good ones taken, under 10 s',
  measure: async () =>
    absent(
      'The product takes no archives yet: lesson packs and their extractor are not built; a course is a plain folder.',
    ),
};
