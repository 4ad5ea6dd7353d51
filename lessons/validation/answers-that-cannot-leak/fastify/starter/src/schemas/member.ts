import { z } from 'zod';

/** What a client sends to sign up. The PIN is for the machine at the door. */
export const NewMember = z.strictObject({
  name: z.string().trim().min(1, 'must not be empty').max(200),
  email: z.email().max(254),
  pin: z
    .string()
    .regex(/^\d{4,8}$/, 'must be 4 to 8 digits')
    .optional(),
});
export type NewMember = z.infer<typeof NewMember>;
