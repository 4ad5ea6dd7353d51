import type { Loader } from 'astro/loaders';
import { lessonProgram } from '../../../../src/cli/program.ts';
import { PROJECT_FOLDER } from '../project-folder.ts';
import { lessonCommands } from './lesson-commands.ts';
import { printedHelp } from './printed-help.ts';
import { PROGRAMS } from './programs.ts';

/** A collection of the commands of the project, by anchor, in the order of the page. */
export function commandsLoader(): Loader {
  return {
    name: 'commands',
    async load({ store, parseData }) {
      const [start, ...others] = await Promise.all(PROGRAMS.map((program) => printedHelp(program, PROJECT_FOLDER)));
      const pages = [...(start ? [start] : []), ...lessonCommands(lessonProgram()), ...others];
      store.clear();
      for (const [place, page] of pages.entries()) {
        const data = await parseData({ id: page.anchor, data: { place, ...page } });
        store.set({ id: page.anchor, data });
      }
    },
  };
}
