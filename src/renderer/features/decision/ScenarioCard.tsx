import { Check } from 'lucide-react';
import { useId } from 'react';
import { Radio, RadioGroup, ToggleButton } from 'react-aria-components';
import type { Decision } from '../../../contract/decision.ts';
import type { DecisionChange } from '../../../core/decision/edit-decision.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './DecisionForm.module.css';

type Props = {
  decision: Decision;
  scenario: Decision['scenarios'][number];
  at: number;
  onChange: (change: DecisionChange) => void;
};

/** One scenario: its story, the options as cards, the criteria as chips. */
export function ScenarioCard({ decision, scenario, at, onChange }: Props) {
  const reasonsId = useId();
  const { title, story, choice, because } = scenario;
  return (
    <section className={styles.scenario} aria-label={title}>
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        {choice === '' ? null : (
          <Button
            look="quiet"
            aria-label={`Not decided: ${title}`}
            onPress={() => onChange({ do: 'choose', scenario: at, option: '' })}
          >
            Not decided
          </Button>
        )}
      </div>
      <p className={styles.story}>{story.trim()}</p>
      <RadioGroup
        aria-label={`What you take for ${title}`}
        className={styles.options ?? ''}
        value={choice === '' ? null : choice}
        onChange={(option) => onChange({ do: 'choose', scenario: at, option })}
      >
        {decision.options.map((option) => (
          <Radio key={option.id} value={option.id} className={styles.option ?? ''}>
            <span className={styles.dot} aria-hidden="true" />
            {option.title}
          </Radio>
        ))}
      </RadioGroup>
      <p id={reasonsId} className={styles.label}>
        What decided
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as these chips are */}
      <div role="group" aria-labelledby={reasonsId} className={styles.criteria}>
        {decision.criteria.map((criterion) => (
          <ToggleButton
            key={criterion.id}
            className={styles.criterion ?? ''}
            isSelected={because.includes(criterion.id)}
            onChange={(on) =>
              onChange({ do: on ? 'give-reason' : 'take-reason', scenario: at, criterion: criterion.id })
            }
          >
            {({ isSelected }) => (
              <>
                {isSelected ? <Check size={12} aria-hidden="true" /> : null}
                {criterion.title}
              </>
            )}
          </ToggleButton>
        ))}
      </div>
    </section>
  );
}
