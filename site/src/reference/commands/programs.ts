/** A command that prints what it can do: `script` is run with `--help`, as `npm run` would. */
export type Program = { anchor: string; run: string; about: string; script: string };

export const PROGRAMS: readonly Program[] = [
  {
    anchor: 'start',
    run: 'npm start',
    about: 'Sets up what is missing and opens the workbench.',
    script: 'scripts/start.mjs',
  },
  {
    anchor: 'test',
    run: 'npm test',
    about: 'Sets up what the tests need and runs all of them, step by step.',
    script: 'scripts/test.mjs',
  },
  {
    anchor: 'serve',
    run: 'npm run serve',
    about: 'The workbench server alone, which `npm start` starts once everything is there.',
    script: 'src/server/main.ts',
  },
  { anchor: 'site', run: 'npm run site', about: 'Builds this site.', script: 'scripts/site.mjs' },
  {
    anchor: 'bench',
    run: 'npm run bench',
    about: 'Measures the workbench on your machine, beside its peers.',
    script: 'bench/main.ts',
  },
  {
    anchor: 'scorecard',
    run: 'npm run scorecard',
    about: 'Attacks the workbench in every way it defends itself against, and says what was measured.',
    script: 'bench/scorecard/main.ts',
  },
];
