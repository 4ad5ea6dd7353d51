import { ChevronDown } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import type { LessonBlock } from '../../../contract/lesson.ts';
import type { TaskState } from '../../../core/progress/tasks.ts';
import { useSession } from '../../app/session-store.ts';
import { useTally } from '../../app/tally.ts';
import { Button } from '../../ui/Button.tsx';
import { Tick } from '../../ui/Tick.tsx';
import { Hints } from './Hints.tsx';
import { Prose } from './Prose.tsx';
import styles from './TaskCard.module.css';

type Props = {
  block: Extract<LessonBlock, { type: 'task' }>;
  state: TaskState;
  /** The first task that is not done; it is open by itself. */
  current: boolean;
  children?: ReactNode;
};

/** One task: ticks itself when its checks hold. */
export function TaskCard({ block, state, current, children }: Props) {
  const [opened, setOpened] = useState<boolean | null>(null);
  const open = opened ?? current;
  const words = state.of === 0 ? '' : `${state.passed} of ${state.of}`;
  return (
    <Disclosure
      id={`task-${block.id}`}
      className={[styles.task, current ? styles.current : ''].join(' ')}
      isExpanded={open}
      onExpandedChange={setOpened}
    >
      <Heading level={2} className={styles.heading ?? ''}>
        <AriaButton slot="trigger" className={styles.trigger ?? ''}>
          <Tick done={state.done} />
          <span className={styles.name}>{block.title}</span>
          <span className="only-heard">{state.done ? 'done, ' : 'not done, '}</span>
          <span className={styles.count}>{words}</span>
          <ChevronDown className={styles.arrow} aria-hidden="true" />
        </AriaButton>
      </Heading>
      <DisclosurePanel className={styles.panel ?? ''}>
        <div className={styles.body}>
          {block.markdown.trim() ? <Prose markdown={block.markdown} look="task" /> : null}
          {children}
          {state.done || state.of === 0 ? null : <Help taskId={block.id} />}
        </div>
      </DisclosurePanel>
    </Disclosure>
  );
}

function Help({ taskId }: { taskId: string }) {
  const { required } = useTally();
  const showSolution = useSession((s) => s.showSolution);
  const next = required.find(({ check, verdict }) => check.task === taskId && verdict?.status !== 'passed');
  return (
    <Hints check={next?.check}>
      <Button look="quiet" onPress={() => showSolution(true)}>
        Show the solution
      </Button>
    </Hints>
  );
}
