import { z } from 'zod';

/** What a client sends to sign up. */
export const NewMember = z.object({
  name: z.string().trim().min(1, 'must not be empty').max(200),
  email: z.email().max(254),
});
export type NewMember = z.infer<typeof NewMember>;
