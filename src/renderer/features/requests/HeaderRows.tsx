import { Plus, X } from 'lucide-react';
import { Button, IconButton } from '../../ui/Button.tsx';
import styles from './RequestsPanel.module.css';
import type { HeaderDraft } from './request-draft.ts';

type Props = { headers: HeaderDraft[]; onChange: (headers: HeaderDraft[]) => void };

/** The headers of a request, one a row. */
export function HeaderRows({ headers, onChange }: Props) {
  const change = (at: number, part: Partial<HeaderDraft>) =>
    onChange(headers.map((header, index) => (index === at ? { ...header, ...part } : header)));
  return (
    <div className={styles.headers}>
      {headers.map((header, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity than their place
        <div key={index} className={styles.header}>
          <input
            aria-label={`Name of header ${index + 1}`}
            placeholder="authorization"
            value={header.name}
            spellCheck="false"
            autoComplete="off"
            onChange={(event) => change(index, { name: event.target.value })}
          />
          <input
            aria-label={`Value of header ${index + 1}`}
            placeholder="value"
            value={header.value}
            spellCheck="false"
            autoComplete="off"
            onChange={(event) => change(index, { value: event.target.value })}
          />
          <IconButton
            label={`Remove header ${index + 1}`}
            onPress={() => onChange(headers.filter((_, other) => other !== index))}
          >
            <X size={14} />
          </IconButton>
        </div>
      ))}
      <Button look="quiet" className={styles.add ?? ''} onPress={() => onChange([...headers, { name: '', value: '' }])}>
        <Plus size={14} /> Header
      </Button>
    </div>
  );
}
