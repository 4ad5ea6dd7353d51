import { Radio, RadioGroup } from 'react-aria-components';
import { chooseView, type FileView, useFileView } from './file-views.ts';
import styles from './ViewSwitch.module.css';

/** "Form | YAML": two views of one file. Nothing for a file that has no form. */
export function ViewSwitch() {
  const view = useFileView();
  if (view === null) return null;
  return (
    <RadioGroup
      aria-label="View of this file"
      orientation="horizontal"
      className={styles.group ?? ''}
      value={view}
      onChange={(chosen) => chooseView(chosen as FileView)}
    >
      <Radio value="form" className={styles.choice ?? ''}>
        Form
      </Radio>
      <Radio value="yaml" className={styles.choice ?? ''}>
        YAML
      </Radio>
    </RadioGroup>
  );
}
