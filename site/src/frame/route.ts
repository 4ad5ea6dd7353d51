import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { place } from '../place.ts';
import { absolute, at } from './address.ts';
import { cardFile, cardOf, siteCards } from './cards.ts';
import { menuOf } from './side-menu.ts';

const cards = await siteCards();

/**
 * What every page has around its text: the side menu of its part of the site, and in its head what those need who link to
 * it, a card and the feed of releases.
 */
export const onRequest = defineRouteMiddleware((context) => {
  const route = context.locals.starlightRoute;
  // The page for what is not there stands for many addresses and has none of its own.
  if (/\/404(\/|\.html)?$/.test(context.url.pathname))
    route.head = route.head.filter(({ attrs }) => attrs?.rel !== 'canonical' && attrs?.property !== 'og:url');
  const { head } = route;
  route.sidebar = menuOf(context.url.pathname, route.sidebar);
  const card = cardOf(context.url.pathname.slice(place.base.length), cards);
  const alt = `${card.title}. ${card.text}`;
  const meta = (attrs: Record<string, string>) => head.push({ tag: 'meta', attrs });
  meta({ property: 'og:image', content: absolute(cardFile(card)) });
  meta({ property: 'og:image:type', content: 'image/png' });
  meta({ property: 'og:image:width', content: '1200' });
  meta({ property: 'og:image:height', content: '630' });
  meta({ property: 'og:image:alt', content: alt });
  meta({ name: 'twitter:image:alt', content: alt });
  meta({ name: 'theme-color', content: '#15181b', media: '(prefers-color-scheme: dark)' });
  meta({ name: 'theme-color', content: '#fbfaf8', media: '(prefers-color-scheme: light)' });
  const feed = { type: 'application/rss+xml', title: 'Releases of Routewright', href: at('releases/rss.xml') };
  head.push({ tag: 'link', attrs: { rel: 'alternate', ...feed } });
});
