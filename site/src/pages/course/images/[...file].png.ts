import { servedImages } from '../../../course/serve-images.ts';

/** Every PNG that some lesson shows, once. */
export const { getStaticPaths, GET } = servedImages('.png');
