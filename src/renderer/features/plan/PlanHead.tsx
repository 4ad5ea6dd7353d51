import { Plan } from '../../../contract/plan.ts';
import { changePlan } from '../../app/change-plan.ts';
import { EditableText } from './EditableText.tsx';
import { FindingNotes } from './FindingNotes.tsx';
import styles from './PlanForm.module.css';
import { usePlan } from './plan-in-hand.ts';

const AUDIENCES = [
  { id: 'internal', text: 'Our own services' },
  { id: 'partner', text: 'Partners' },
  { id: 'public', text: 'The public' },
] as const;

/** What the API is for and whom it serves. */
export function PlanHead() {
  const { plan } = usePlan();
  return (
    <header className={styles.head}>
      <EditableText
        label="Title"
        look="title"
        value={plan.title}
        refuse={(text) =>
          text === '' ? 'The API needs a title.' : text.length > 80 ? 'At most 80 characters.' : undefined
        }
        onCommit={(value) => changePlan({ do: 'set', key: 'title', value })}
      />
      <EditableText
        label="Purpose"
        lines
        value={plan.purpose.trimEnd()}
        placeholder="Which problem does it solve, and for whom?"
        onCommit={(value) => changePlan({ do: 'set', key: 'purpose', value })}
      />
      <FindingNotes at={['purpose']} />
      <div className={styles.facts}>
        <fieldset className={styles.audience}>
          <legend>Who calls it</legend>
          <div className={styles.choices}>
            {AUDIENCES.map(({ id, text }) => (
              <label key={id} className={styles.choice}>
                <input
                  type="radio"
                  name="audience"
                  value={id}
                  checked={plan.audience === id}
                  onChange={() => changePlan({ do: 'set-audience', value: id })}
                />
                <span>{text}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <div className={styles.fact}>
          <span aria-hidden="true">Base path</span>
          <EditableText
            label="Base path"
            look="mono"
            value={plan.basePath}
            path="basePath"
            refuse={(text) => (text.startsWith('/') ? undefined : 'It begins with a slash.')}
            onCommit={(value) => changePlan({ do: 'set', key: 'basePath', value })}
          />
        </div>
        <div className={styles.fact}>
          <span aria-hidden="true">Version</span>
          <EditableText
            label="Version of the document"
            look="mono"
            value={plan.version}
            refuse={(text) => (text === '' ? `Such as ${Plan.shape.version.parse(undefined)}.` : undefined)}
            onCommit={(value) => changePlan({ do: 'set', key: 'version', value })}
          />
        </div>
      </div>
      <FindingNotes at={['audience']} />
      <FindingNotes at={['basePath']} />
    </header>
  );
}
