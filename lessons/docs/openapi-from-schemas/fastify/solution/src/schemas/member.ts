import { z } from 'zod';
import { oneLine } from './text.ts';

/** What a client sends to sign up. The PIN is for the machine at the door. */
export const NewMember = z.strictObject({
  name: oneLine,
  email: z.email().max(254),
  pin: z
    .string()
    .regex(/^\d{4,8}$/, 'must be 4 to 8 digits')
    .optional(),
});
export type NewMember = z.infer<typeof NewMember>;

/** What a client gets. The library knows more of a member; it is not named here, so it stays inside. */
export const Member = z.object({ id: z.int(), name: z.string(), email: z.string() }).meta({ id: 'Member' });
export type Member = z.infer<typeof Member>;
