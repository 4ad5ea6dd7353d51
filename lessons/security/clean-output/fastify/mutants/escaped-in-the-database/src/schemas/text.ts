import { z } from 'zod';

/** Control characters, and those that turn the direction of what follows: none of them is part of a name. */
const HIDDEN = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;

/** One line of text for people, in one spelling: composed, without blanks around it. */
export const oneLine = z
  .string()
  .normalize('NFC')
  .trim()
  .min(1, 'must not be empty')
  .max(200)
  .refine((text) => !HIDDEN.test(text), 'must not hold hidden characters')
  .transform((text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
