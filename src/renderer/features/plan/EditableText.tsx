import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import styles from './EditableText.module.css';

type Props = {
  /** Its name for everyone who does not see the column or the label. */
  label: string;
  value: string;
  onCommit: (value: string) => void;
  /** Why this text cannot be taken; it then stays in the field and nowhere else. */
  refuse?: (value: string) => string | undefined;
  placeholder?: string;
  look?: 'plain' | 'mono' | 'title' | 'name';
  lines?: boolean;
  path?: string;
};

const REST_MS = 350;

/** A text that is written into the plan when the typing rests, with Enter, or when the field is left. Escape takes it back. */
export function EditableText({
  label,
  value,
  onCommit,
  refuse,
  placeholder,
  look = 'plain',
  lines = false,
  path,
}: Props) {
  const [draft, setDraft] = useState<{ text: string; base: string } | null>(null);
  // Another value came from elsewhere, such as undo: the draft is about one that is gone.
  const typed = draft && draft.base === value ? draft.text : null;
  const text = typed ?? value;
  const trimmed = text.trim();
  const problem = trimmed === value.trim() ? undefined : refuse?.(trimmed);
  const dirty = trimmed !== value.trim();
  const problemId = useId();

  const commit = () => {
    if (!dirty || problem) return;
    setDraft({ text, base: trimmed });
    onCommit(trimmed);
  };
  const latest = useRef(commit);
  latest.current = commit;

  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(() => latest.current(), REST_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => () => latest.current(), []);

  const shared = {
    'aria-label': label,
    'aria-invalid': problem !== undefined,
    'aria-describedby': problem ? problemId : undefined,
    'data-dirty': dirty || undefined,
    'data-place': path,
    className: [styles.input, styles[look]].join(' '),
    value: text,
    placeholder,
    spellCheck: look === 'plain',
    autoComplete: 'off',
    onBlur: () => {
      commit();
      setDraft(null);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter' && !(lines && event.shiftKey)) {
        event.preventDefault();
        commit();
      } else if (event.key === 'Escape' && dirty) {
        event.stopPropagation();
        setDraft(null);
      }
    },
  };
  return (
    <span className={styles.field}>
      {lines ? (
        <span className={styles.grow} data-text={`${text || placeholder} `}>
          <textarea {...shared} rows={1} onChange={(event) => setDraft({ text: event.target.value, base: value })} />
        </span>
      ) : (
        <input {...shared} type="text" onChange={(event) => setDraft({ text: event.target.value, base: value })} />
      )}
      {problem ? (
        <span id={problemId} role="alert" className={styles.problem}>
          {problem}
        </span>
      ) : null}
    </span>
  );
}
