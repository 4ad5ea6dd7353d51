import { type ReactNode, useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useGlossary } from '../../app/glossary.ts';
import styles from './Glossary.module.css';
import { TermText } from './TermText.tsx';

/** A word of the lesson that the glossary explains: pressed, it says what it means. */
export function TermLink({ id, children }: { id: string; children?: ReactNode }) {
  const [shown, setShown] = useState(id);
  return (
    <DialogTrigger onOpenChange={(open) => (open ? setShown(id) : undefined)}>
      <Button className={styles.link ?? ''}>{children}</Button>
      <Popover className={styles.popover ?? ''} placement="bottom start">
        <Dialog className={styles.dialog ?? ''} aria-label="Glossary">
          <Explained id={shown} onTerm={setShown} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Explained({ id, onTerm }: { id: string; onTerm: (id: string) => void }) {
  const terms = useGlossary();
  if (!terms) return <p className={styles.text}>Looking it up…</p>;
  return <TermText id={id} terms={terms} onTerm={onTerm} />;
}
