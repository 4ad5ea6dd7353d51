import { z } from 'astro/zod';

const Entry = z.strictObject({
  /** As it is written: `--lesson <id>`, `[dir]`, or the name of a step. */
  name: z.string(),
  about: z.string(),
});

/** What the site says of one command. */
export const CommandPage = z.strictObject({
  /** Where it stands among the others, from 0. */
  place: z.number().int(),
  /** Its anchor on the page; those of its options begin with it, too. */
  anchor: z.string(),
  /** What a person types, without options: `npm run lesson -- verify`. */
  run: z.string(),
  /** The whole line, with what may follow. */
  usage: z.string(),
  about: z.string(),
  /** Arguments and steps, in order. */
  operands: z.array(Entry),
  options: z.array(Entry),
});
export type CommandPage = z.infer<typeof CommandPage>;

/** A command that does not know yet where it will stand. */
export type Command = Omit<CommandPage, 'place'>;
