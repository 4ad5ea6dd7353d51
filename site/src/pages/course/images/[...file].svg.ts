import { servedImages } from '../../../course/serve-images.ts';

/** Every SVG that some lesson shows, once. The dev server finds a file only by a route that names its ending. */
export const { getStaticPaths, GET } = servedImages('.svg');
