type SkeletonFile = { path: string; text: string };

/**
 * The files of a lesson that is still to be written: one task, one check with hints, and for each track a mutant to fill
 * and no solution. Paths are relative to the lesson's folder.
 */
export function lessonSkeleton(id: string, tracks: readonly string[]): SkeletonFile[] {
  const title = id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');
  return [
    { path: 'lesson.md', text: lesson(id, title) },
    { path: 'checks.yaml', text: CHECKS },
    { path: 'hints.yaml', text: HINTS },
    ...tracks.flatMap((track) => [
      { path: `${track}/mutants/to-be-written/mutant.yaml`, text: MUTANT },
      { path: `${track}/mutants/to-be-written/NOTE.md`, text: NOTE },
    ]),
  ];
}

const lesson = (id: string, title: string): string => `---
id: ${id}
title: ${title}
summary: One sentence that says what the learner gets from this lesson.
minutes: 10
goals:
  - Say what the learner can do afterwards
---

Say why before how: what goes wrong without this?

## Say what to do {#first-task}

Describe what must be true at the end, not each key to press.

## What you can do now

Say what is possible now that was not before.
`;

const CHECKS = `schemaVersion: 1
checks:
  - id: it-answers
    kind: http
    task: first-task
    title: The new route answers 200
    message: GET /to-be-written answers 200.
    steps:
      - request: { path: /to-be-written }
        expect: { status: 200 }
`;

const HINTS = `schemaVersion: 1
hints:
  it-answers:
    - A nudge. Which part of the code is this about?
    - Nearly there, without a line of the solution.
`;

const MUTANT = `schemaVersion: 1
title: "A mistake that people really make"
teaches: >-
  Say why it is a mistake.
fails: [it-answers]
`;

const NOTE = `Put the files here that differ from the solution, then remove this note.
The solution goes to the folder \`solution\` beside \`mutants\`: again only files that differ from what the lesson inherits.
`;
