import { Lightbulb } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { CheckSummary } from '../../../contract/api.ts';
import { useSession } from '../../app/session-store.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Hints.module.css';
import { Prose } from './Prose.tsx';

const NONE: string[] = [];

/** The hints of one check, level by level, each on request. `children` stand beside the button. */
export function Hints({ check, children }: { check: CheckSummary | undefined; children?: ReactNode }) {
  const texts = useSession((s) => (check ? (s.hints[check.id] ?? NONE) : NONE));
  const revealHint = useSession((s) => s.revealHint);
  const [asking, setAsking] = useState(false);
  const of = check?.hints ?? 0;
  const next = texts.length + 1;

  const ask = async () => {
    if (!check || asking) return;
    setAsking(true);
    await revealHint(check.id, next);
    setAsking(false);
  };

  return (
    <div className={styles.hints}>
      {texts.length > 0 ? (
        <ol className={styles.list} aria-label={`Hints for: ${check?.title}`} aria-live="polite">
          {texts.map((text, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is the level
            <li key={at} className={styles.hint}>
              <span className={styles.level}>
                <Lightbulb aria-hidden="true" /> Hint {at + 1} of {of}
              </span>
              <Prose markdown={text} look="small" />
            </li>
          ))}
        </ol>
      ) : null}
      <div className={styles.row}>
        {next <= of ? (
          <Button onPress={() => void ask()} isPending={asking}>
            Hint {next} of {of}
          </Button>
        ) : null}
        {children}
      </div>
    </div>
  );
}
