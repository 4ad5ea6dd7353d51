import { z } from 'zod';

export const NewKey = z
  .strictObject({
    name: z.string().trim().min(1, 'must not be empty').max(100).describe('Which program the key is for.'),
  })
  .meta({ examples: [{ name: 'city statistics' }] });

/** The answer to the one request that ever shows a key. */
export const CreatedKey = z.object({ id: z.int(), name: z.string(), key: z.string() }).meta({
  examples: [{ id: 1, name: 'city statistics', key: 'lib_1_a-long-secret-that-is-shown-once' }],
});
