import { z } from 'zod';

export const NewSession = z.strictObject({ email: z.email().max(254), pin: z.string().min(1).max(20) });

export const Session = z.object({ accessToken: z.string(), expiresIn: z.int() });
