import { z } from 'zod';
import { oneLine } from './text.ts';

/** What a client sends to sign up. The PIN is for the machine at the door. */
export const NewMember = z
  .strictObject({
    name: oneLine.describe('As the member wants to be called.'),
    email: z.email().max(254).describe('No two members have the same one.'),
    phone: z
      .string()
      .regex(/^\+[1-9]\d{6,14}$/, 'must be + and 7 to 15 digits')
      .describe('With the code of the country, without blanks: +442079460123.'),
    pin: z
      .string()
      .regex(/^\d{4,8}$/, 'must be 4 to 8 digits')
      .optional()
      .describe('For the machine at the door. It is never shown again.'),
  })
  .meta({ examples: [{ name: 'Cleo Marsh', email: 'cleo@example.org', phone: '+442079460123' }] });
export type NewMember = z.infer<typeof NewMember>;

/** What a client gets. The library knows more of a member; it is not named here, so it stays inside. */
export const Member = z
  .object({ id: z.int(), name: z.string(), email: z.string(), phone: z.string().optional() })
  .meta({
    id: 'Member',
    description: 'A person who may take books home.',
    examples: [{ id: 3, name: 'Cleo Marsh', email: 'cleo@example.org', phone: '+442079460123' }],
  });
export type Member = z.infer<typeof Member>;
