/**
 * Tells a person what goes on. On stderr: stdout carries results only.
 * @param {string} sentence
 */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/** A failure that a person can do something about: its message is all they see. */
export class Stop extends Error {}

/**
 * Says a sentence when something takes longer than `ms`, and again each time that `ms` has passed.
 * @param {string} sentence
 * @param {number} ms
 * @returns {() => void} call it when the thing is done
 */
export function stillAt(sentence, ms = 15_000) {
  const began = Date.now();
  const timer = setInterval(() => say(`  … ${sentence} (${Math.round((Date.now() - began) / 1000)} s)`), ms);
  return () => clearInterval(timer);
}

/**
 * Runs a program's main function: a `Stop` becomes a sentence and exit code 1.
 * @param {() => Promise<number | undefined>} main answers the exit code; `undefined` leaves the process running
 */
export async function runMain(main) {
  try {
    const code = await main();
    if (code !== undefined) process.exitCode = code;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}
