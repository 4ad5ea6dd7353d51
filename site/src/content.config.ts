import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { projectLoader } from './manual/project-loader.ts';
import { ProjectPage } from './manual/project-page.ts';
import { apiLoader } from './reference/api/api-loader.ts';
import { FinishedApi } from './reference/api/finished-api.ts';
import { CommandPage } from './reference/commands/command-page.ts';
import { commandsLoader } from './reference/commands/commands-loader.ts';

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }),
  api: defineCollection({ loader: apiLoader(), schema: FinishedApi }),
  commands: defineCollection({ loader: commandsLoader(), schema: CommandPage }),
  project: defineCollection({ loader: projectLoader(), schema: ProjectPage }),
  errorNotes: defineCollection({
    loader: glob({ base: './src/content/errors', pattern: '*.md' }),
    schema: z.strictObject({}),
  }),
};
