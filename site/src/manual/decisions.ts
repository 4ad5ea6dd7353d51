import { type CollectionEntry, getCollection } from 'astro:content';

/** Every decision of the project, in the order of their numbers. */
export async function decisions(): Promise<CollectionEntry<'project'>[]> {
  const all = await getCollection('project', ({ data }) => data.number !== null);
  return all.sort((a, b) => Number(a.data.number) - Number(b.data.number));
}
