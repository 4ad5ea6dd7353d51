/** A server on loopback as an attacker knows it: where it is, and the paths of two of its files. */
export type Target = { origin: string; script: string; style: string };

/**
 * One way to attack a target from a page. `run` is sent to the page as text: it uses nothing from outside.
 * It gets the target and a word of its own; it returns what it read, or null. What it wrote is seen at the
 * server: a write is a setting named by that word.
 */
export type Attack = {
  name: string;
  run(target: Target, word: string): Promise<string | null>;
};
