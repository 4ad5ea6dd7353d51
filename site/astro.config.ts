import { createHash } from 'node:crypto';
import { join } from 'node:path';
import sitemap from '@astrojs/sitemap';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { courseFiles } from './src/course/course-files.ts';
import { codeBlocks } from './src/frame/code-blocks.ts';
import { fonts } from './src/frame/fonts.ts';
import { ownBuildFolder } from './src/own-build-folder.ts';
import { place } from './src/place.ts';
import { sidebar } from './src/sidebar.ts';

// Kept pages name the style sheet of their code blocks, which changes with how those look; Astro does not notice by itself.
const look = createHash('sha256').update(JSON.stringify(codeBlocks)).digest('hex').slice(0, 12);

export default defineConfig({
  site: place.url,
  base: place.base,
  outDir: place.out,
  cacheDir: join(place.cache, look),
  trailingSlash: 'always',
  // Nothing is resized here, and so no native image library is needed.
  image: { service: { entrypoint: 'astro/assets/services/noop' } },
  fonts: [...fonts],
  integrations: [
    starlight({
      title: 'Routewright',
      titleDelimiter: '·',
      description: 'Learn to build an HTTP API by building one: an interactive workbench, its course and its manuals.',
      favicon: '/favicon.svg',
      sidebar: await sidebar(),
      customCss: ['./src/styles/site.css'],
      expressiveCode: codeBlocks,
      credits: false,
      disable404Route: true,
      routeMiddleware: './src/frame/route.ts',
      components: {
        Head: './src/components/frame/Head.astro',
        SiteTitle: './src/components/frame/SiteTitle.astro',
        Header: './src/components/frame/Header.astro',
        Sidebar: './src/components/frame/Sidebar.astro',
        Footer: './src/components/frame/Footer.astro',
        Hero: './src/components/frame/Hero.astro',
        MobileMenuFooter: './src/components/frame/MobileMenuFooter.astro',
        Search: './src/components/frame/Search.astro',
      },
      ...(place.edit === null ? {} : { editLink: { baseUrl: `${place.edit}site/` } }),
    }),
    courseFiles(),
    ownBuildFolder(place.build),
    sitemap({ filter: (page) => !page.endsWith('/404/') }),
  ],
});
