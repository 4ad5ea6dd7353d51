import { z } from 'zod';

/** One line of text for people, in one spelling: composed, without blanks around it. */
export const oneLine = z
  .string()
  .normalize('NFC')
  .trim()
  .min(1, 'must not be empty')
  .max(200);
