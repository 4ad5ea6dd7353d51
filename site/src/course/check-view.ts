import { ATTACKS } from '../../../src/contract/attack.ts';
import type { Check } from '../../../src/contract/check.ts';
import { attackOnPaper } from '../../../src/core/attack/attack-text.ts';
import { RULE_TEXTS } from '../../../src/core/openapi/rule-texts.ts';
import type { Lesson } from '../../../src/server/courses/course.ts';
import { fileInWords } from './file-words.ts';
import { type LabValue, labValues } from './lab-values.ts';
import { ruleInWords } from './plan-words.ts';
import { lineInWords, type StepWords, stepInWords } from './step-words.ts';

/** A check as a page shows it. */
export type CheckView = {
  id: string;
  /** Of lesson.md; null when it ticks none. */
  task: string | null;
  title: string;
  /** Markdown: what should be true. */
  message: string;
  /** One or two words. */
  kind: string;
  advice: boolean;
  /** How it is checked, in a sentence. */
  how: string;
  /** The single things that are done or read. */
  steps: StepWords[];
  /** Variables of the lab that the steps name. */
  values: LabValue[];
  /** What happens when it does not hold (`gain`), and what stopped it when it does; what is found stands as its name. */
  attack: { title: string; source: string; gain: string; safe: string } | null;
  /** Markdown, from a nudge to nearly there. */
  hints: string[];
  /** Mistakes of the lesson on which it does not hold. */
  catches: { id: string; title: string }[];
  /** Planted bugs that the learner's tests must catch for it. */
  planted: string[];
};

const KINDS: Record<Check['kind'], { kind: string; how: string }> = {
  http: { kind: 'Requests', how: 'A fresh copy of your API gets real requests, and its answers are compared:' },
  attack: { kind: 'Attack', how: 'A fresh copy of your API is attacked. The check holds when the answers are these:' },
  plan: { kind: 'Plan', how: 'Your plan.yaml is read. It must be so:' },
  contract: { kind: 'Plan and API', how: 'What your API really offers is compared with what your plan says.' },
  openapi: { kind: 'API docs', how: 'The OpenAPI document is read by these rules:' },
  'learner-tests': {
    kind: 'Your tests',
    how: 'Your tests run on your own code, on the solution, where all must pass, and once for each planted bug, where one of them must fail.',
  },
  source: { kind: 'Source', how: 'The syntax tree of your files is searched: requests cannot show this.' },
  file: { kind: 'File', how: 'A file is read: no request can show this.' },
  quiz: { kind: 'Questions', how: 'Your answers to the questions are read.' },
  decision: { kind: 'Decision', how: 'Your choice must be one that can be defended, with reasons that fit the story.' },
};

/** Every check of a lesson, in its order; `track` is the one whose mistakes it catches. */
export function checkViews(lesson: Lesson, track: string): CheckView[] {
  const mutants = lesson.tracks.get(track)?.mutants ?? [];
  return lesson.checks.map((check) => ({
    id: check.id,
    task: check.task ?? null,
    title: check.title,
    message: check.message,
    advice: check.severity === 'advice',
    ...KINDS[check.kind],
    ...howOf(check),
    steps: stepsOf(check),
    values: labValues(check, lesson.frontmatter.lab),
    attack: attackOf(check),
    hints: lesson.hints[check.id] ?? [],
    catches: mutants
      .filter(({ file }) => file.fails.includes(check.id))
      .map(({ id, file }) => ({ id, title: file.title })),
    planted: check.kind === 'learner-tests' ? check.planted : [],
  }));
}

/** A file's check names the file. */
function howOf(check: Check): { how?: string } {
  return check.kind === 'file' ? { how: `${check.file} is read: no request can show this. It must be so:` } : {};
}

function stepsOf(check: Check): StepWords[] {
  switch (check.kind) {
    case 'http':
    case 'attack':
      return check.steps.map(stepInWords);
    case 'contract':
      return (check.operations ?? []).map(({ method, path }) => ({
        ...lineInWords(`${method} ${path}`),
        isRequest: true,
      }));
    case 'openapi':
      return check.rules.map((rule) => lineInWords(RULE_TEXTS[rule].why));
    case 'plan':
      return check.rules.map((rule) => lineInWords(ruleInWords(rule)));
    case 'file':
      return fileInWords(check).map(lineInWords);
    default:
      return [];
  }
}

function attackOf(check: Check): CheckView['attack'] {
  if (check.kind !== 'attack') return null;
  return { ...ATTACKS[check.attack], gain: attackOnPaper(check.gain), safe: attackOnPaper(check.safe) };
}
