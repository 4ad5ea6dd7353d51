import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { LessonPage } from './course/lesson-page.ts';
import { lessonsLoader } from './course/lessons-loader.ts';

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }),
  lessons: defineCollection({ loader: lessonsLoader(), schema: LessonPage }),
};
