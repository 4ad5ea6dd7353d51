import { useEffect, useMemo, useRef } from 'react';
import type { LessonView } from '../../../contract/api.ts';
import { taskStates } from '../../../core/progress/tasks.ts';
import { useSession } from '../../app/session-store.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Scroll } from '../../ui/Scroll.tsx';
import { Completed } from './Completed.tsx';
import { Goals } from './Goals.tsx';
import { LessonFooter } from './LessonFooter.tsx';
import styles from './LessonPane.module.css';
import { LessonProblems } from './LessonProblems.tsx';
import { Prose } from './Prose.tsx';
import { Questions } from './Questions.tsx';
import { TaskCard } from './TaskCard.tsx';

/** The text of the lesson with its tasks, questions and goals. Fills its parent. */
export function LessonPane() {
  const lesson = useSession((s) => s.lesson);
  const opening = useSession((s) => s.opening);
  return (
    <section className={styles.pane} aria-label="Lesson" aria-busy={opening !== null}>
      {lesson ? (
        <LessonText key={lesson.id} lesson={lesson} />
      ) : (
        <Empty title={opening ? 'Opening the lesson…' : 'This course has no lessons yet.'} />
      )}
      {lesson ? <LessonFooter lesson={lesson} /> : null}
    </section>
  );
}

function LessonText({ lesson }: { lesson: LessonView }) {
  const verdicts = useSession((s) => s.checks.verdicts);
  const tasks = useMemo(() => taskStates(lesson.blocks, lesson.checks, verdicts), [lesson, verdicts]);
  const top = useRef<HTMLDivElement>(null);
  const current = lesson.blocks.find((block) => block.type === 'task' && !tasks[block.id]?.done);
  const { stage } = lesson;
  const quizTask = lesson.checks.filter((check) => check.kind === 'quiz');
  const askedIn = quizTask.length === 1 ? quizTask[0]?.task : undefined;

  useEffect(() => {
    top.current?.scrollTo({ top: 0 });
  }, []);

  return (
    <Scroll className={styles.scroll} ref={top} label="Lesson text">
      <p className={styles.crumb}>
        <span>
          {stage.title} · {stage.position} of {stage.of}
        </span>
        <span>{lesson.minutes} min</span>
      </p>
      <h1 className={styles.title}>{lesson.title}</h1>
      {lesson.problems.length > 0 ? <LessonProblems problems={lesson.problems} /> : null}
      <Goals goals={lesson.goals} />
      {lesson.blocks.map((block, at) =>
        block.type === 'prose' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a lesson never move
          <Prose key={at} markdown={block.markdown} />
        ) : (
          <TaskCard
            key={block.id}
            block={block}
            state={tasks[block.id] ?? { passed: 0, of: 0, done: false }}
            current={block === current}
          >
            {askedIn === block.id ? <Questions questions={lesson.quiz} /> : null}
          </TaskCard>
        ),
      )}
      {lesson.quiz.length > 0 && askedIn === undefined ? (
        <section aria-label="Questions" className={styles.questions}>
          <h2 className={styles.heading}>Questions</h2>
          <Questions questions={lesson.quiz} />
        </section>
      ) : null}
      <Completed lesson={lesson} />
    </Scroll>
  );
}
