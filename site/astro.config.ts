import sitemap from '@astrojs/sitemap';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { place } from './src/place.ts';
import { sidebar } from './src/sidebar.ts';

export default defineConfig({
  site: place.url,
  base: place.base,
  outDir: place.out,
  cacheDir: place.cache,
  trailingSlash: 'always',
  // Nothing is resized here, and so no native image library is needed.
  image: { service: { entrypoint: 'astro/assets/services/noop' } },
  integrations: [
    starlight({
      title: 'Routewright',
      description: 'Learn to build an HTTP API by building one.',
      sidebar: await sidebar(),
      customCss: ['./src/styles/site.css'],
      credits: false,
      ...(place.edit === null ? {} : { editLink: { baseUrl: place.edit } }),
    }),
    sitemap(),
  ],
});
