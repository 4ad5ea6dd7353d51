import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { toHtml } from 'hast-util-to-html';
import { stretches } from '../../../../src/core/changelog/folded.ts';
import { markdownToHast } from '../../../../src/core/markdown/to-hast.ts';
import { absolute, at } from '../../frame/address.ts';
import { about, releases } from '../../frame/releases.ts';
import { place } from '../../place.ts';

export const GET: APIRoute = async () =>
  rss({
    title: 'Releases of Routewright',
    description: 'What changed in Routewright, version by version.',
    site: absolute(''),
    customData: '<language>en</language>',
    items: (await releases()).map(({ version, date, markdown }) => ({
      title: `Routewright ${version}`,
      link: new URL(at(`releases/#v${version}`), place.url).href,
      pubDate: new Date(date),
      description: about(markdown),
      // A folded list is long: it stands on the page that the entry links to.
      content: stretches(markdown)
        .map(({ summary, markdown: text }) =>
          toHtml(markdownToHast(summary === null ? text : `${summary}: on the page.`)),
        )
        .join('\n'),
    })),
  });
