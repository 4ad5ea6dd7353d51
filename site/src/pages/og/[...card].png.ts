import type { APIRoute, GetStaticPaths } from 'astro';
import { type Card, cardFile, siteCards } from '../../frame/cards.ts';
import { drawCard } from '../../frame/draw-card.ts';

export const getStaticPaths = (async () =>
  (await siteCards()).map((card) => ({
    params: { card: cardFile(card).replace(/^og\/|\.png$/g, '') },
    props: { card },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ card: Card }> = async ({ props }) =>
  new Response(new Uint8Array(await drawCard(props.card)), { headers: { 'content-type': 'image/png' } });
