import type { BrowserContext, Frame, Page } from 'playwright';
import type { Attack, Target } from './attack.ts';
import type { Attacker } from './attackers.ts';
import { ELEMENT_ATTACKS } from './element-attacks.ts';
import { FETCH_ATTACKS } from './fetch-attacks.ts';

export const ATTACKS: readonly Attack[] = [...FETCH_ATTACKS, ...ELEMENT_ATTACKS];
/** Long enough for an answer that comes at all. */
const PATIENCE_MS = 3_000;

/** What came of one attack; `read` is null when it read nothing, `word` names what it wrote if it could. */
export type Attempt = { attacker: string; attack: string; word: string; read: string | null };

/** Every attack from one place against one target, all at once. What they opened is closed again. */
export async function attemptAll(context: BrowserContext, attacker: Attacker, target: Target): Promise<Attempt[]> {
  const before = new Set(context.pages());
  const opened = await attacker.open(context, target);
  const attempts = await Promise.all(ATTACKS.map((attack) => attempt(opened, attacker.name, attack)));
  for (const page of context.pages()) if (!before.has(page)) await page.close();
  return attempts;
}

/** One attack from a place; what the browser refuses counts as nothing read. */
async function attempt(from: { place: Page | Frame; target: Target }, attacker: string, attack: Attack) {
  const word = `attack-${Math.random().toString(36).slice(2)}`;
  const text = `(${attack.run})(${JSON.stringify(from.target)}, ${JSON.stringify(word)})`;
  const patience = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
  const run = from.place.evaluate<unknown>(text).catch(() => null);
  const read = await Promise.race([run, patience]);
  return { attacker, attack: attack.name, word, read: typeof read === 'string' ? read.slice(0, 80) : null };
}
