import { Button } from 'react-aria-components';
import type { Terms } from '../../app/glossary.ts';
import styles from './Glossary.module.css';
import { inlineParts } from './inline-parts.ts';

type Props = { id: string; terms: Terms; onTerm: (id: string) => void };

/** One term: what it is, where it is defined, and others to look at. */
export function TermText({ id, terms, onTerm }: Props) {
  const entry = terms[id];
  if (!entry) return <p className={styles.text}>The glossary has no such term.</p>;
  const see = entry.see.filter((other) => terms[other]);
  return (
    <>
      <h3 className={styles.term}>{entry.term}</h3>
      <p className={styles.text}>
        {inlineParts(entry.text).map(({ kind, text, at }) =>
          kind === 'code' ? <code key={at}>{text}</code> : kind === 'em' ? <em key={at}>{text}</em> : text,
        )}
      </p>
      {entry.source ? <p className={styles.source}>{entry.source}</p> : null}
      {see.length > 0 ? (
        <p className={styles.see}>
          <span>See also</span>
          {see.map((other) => (
            <Button key={other} className={styles.other ?? ''} onPress={() => onTerm(other)}>
              {terms[other]?.term}
            </Button>
          ))}
        </p>
      ) : null}
    </>
  );
}
