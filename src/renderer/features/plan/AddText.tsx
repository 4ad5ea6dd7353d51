import { Plus } from 'lucide-react';
import { useId, useState } from 'react';
import styles from './AddText.module.css';
import type { RowKind } from './use-row-focus.ts';

type Props = {
  label: string;
  placeholder: string;
  onAdd: (text: string) => void;
  refuse?: (text: string) => string | undefined;
  mono?: boolean;
  /** The rows that it adds to, for `useRowFocus`. */
  rows: RowKind;
};

/** The last row of a list: what is typed here is added with Enter, and the next one can be typed at once. */
export function AddText({ label, placeholder, onAdd, refuse, mono = false, rows }: Props) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const problemId = useId();
  const add = () => {
    const trimmed = text.trim();
    if (trimmed === '') return;
    const found = refuse?.(trimmed);
    setProblem(found);
    if (found) return;
    setText('');
    onAdd(trimmed);
  };
  return (
    <div className={styles.row}>
      <Plus aria-hidden="true" className={styles.plus} />
      <input
        type="text"
        aria-label={label}
        aria-invalid={problem !== undefined}
        aria-describedby={problem ? problemId : undefined}
        className={[styles.input, mono ? styles.mono : ''].join(' ')}
        data-dirty={text === '' ? undefined : true}
        data-add={rows}
        placeholder={placeholder}
        spellCheck={!mono}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setProblem(undefined);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            add();
          } else if (event.key === 'Escape' && text !== '') {
            event.stopPropagation();
            setText('');
            setProblem(undefined);
          }
        }}
      />
      {text.trim() === '' ? null : (
        <button type="button" className={styles.add} onClick={add}>
          Add <kbd>↵</kbd>
        </button>
      )}
      {problem ? (
        <span id={problemId} role="alert" className={styles.problem}>
          {problem}
        </span>
      ) : null}
    </div>
  );
}
