import { implement } from '@orpc/server';
import { api } from '../../contract/api.ts';
import { RoutewrightError } from '../../contract/errors.ts';
import type { Problem } from '../../contract/problem.ts';
import { checkAllLessons } from '../courses/check-all-lessons.ts';
import type { Course } from '../courses/course.ts';
import { lessonFiles } from '../courses/lesson-files.ts';
import { exportSession } from '../export/export-session.ts';
import type { Progress } from '../progress/progress.ts';
import { editorTypes } from '../sandbox/editor-types.ts';
import { loadRuntime } from '../sandbox/runtime.ts';
import { findLesson, type Sessions } from '../session/sessions.ts';
import { lessonViewOf, outlineOf } from './outline.ts';

export type RouterOptions = { course: Course; progress: Progress; sessions: Sessions; notices: Problem[] };

/** The whole of the API's contract over the server's parts. */
export function createRouter({ course, progress, sessions, notices }: RouterOptions) {
  const os = implement(api);
  const typesOf = new Map<string, ReturnType<typeof editorTypes>>();
  const typesOfRuntime = (runtime: string) => {
    const types = typesOf.get(runtime) ?? loadRuntime(runtime).then(editorTypes);
    typesOf.set(runtime, types);
    types.catch(() => typesOf.delete(runtime));
    return types;
  };
  return os.router({
    course: {
      outline: os.course.outline.handler(() => outlineOf(course, progress, notices)),
      checked: os.course.checked.handler(async ({ signal }) => {
        await checkAllLessons(course, signal);
        return outlineOf(course, progress, notices);
      }),
      glossary: os.course.glossary.handler(() => course.glossary),
    },
    lesson: {
      view: os.lesson.view.handler(({ input }) => lessonViewOf(course, input.lessonId, input.track)),
      hint: os.lesson.hint.handler(({ input }) => {
        const hints = findLesson(course, input.lessonId, input.track).lesson.hints[input.checkId] ?? [];
        const text = hints[input.level - 1];
        if (text === undefined) throw new RoutewrightError('RW_LESSON_LEVEL');
        return { text, level: input.level, of: hints.length };
      }),
      solution: os.lesson.solution.handler(({ input }) => {
        findLesson(course, input.lessonId, input.track);
        return lessonFiles(course, input.lessonId, input.track, 'solution');
      }),
    },
    session: {
      open: os.session.open.handler(async ({ input }) => (await sessions.open(input.lessonId, input.track)).snapshot()),
      events: os.session.events.handler(({ input, signal }) => sessions.get(input.sessionId).events(signal)),
      edit: os.session.edit.handler(({ input }) =>
        sessions.get(input.sessionId).edit(input.path, input.text, input.revision, input.window),
      ),
      create: os.session.create.handler(({ input }) => sessions.get(input.sessionId).create(input.path, input.text)),
      rename: os.session.rename.handler(({ input }) => sessions.get(input.sessionId).rename(input.from, input.to)),
      remove: os.session.remove.handler(({ input }) => sessions.get(input.sessionId).remove(input.path)),
      run: os.session.run.handler(({ input }) => sessions.get(input.sessionId).run()),
      reset: os.session.reset.handler(({ input }) => sessions.get(input.sessionId).reset()),
      versions: os.session.versions.handler(({ input }) => sessions.get(input.sessionId).versions()),
      restore: os.session.restore.handler(({ input }) => sessions.get(input.sessionId).restore(input.version)),
      answer: os.session.answer.handler(({ input }) =>
        sessions.get(input.sessionId).answer(input.questionId, input.answerId),
      ),
      attack: os.session.attack.handler(({ input, signal }) =>
        sessions.get(input.sessionId).attack(input.checkId, signal),
      ),
      export: os.session.export.handler(({ input }) => {
        const snapshot = sessions.get(input.sessionId).snapshot();
        const track = course.file.tracks.find((one) => one.id === snapshot.track);
        if (!track) throw new RoutewrightError('RW_LESSON_UNKNOWN', { id: snapshot.track });
        return exportSession(snapshot, track, course.file.title);
      }),
      send: os.session.send.handler(({ input, signal }) => sessions.get(input.sessionId).send(input.request, signal)),
    },
    settings: {
      all: os.settings.all.handler(() => progress.settings()),
      set: os.settings.set.handler(({ input }) => {
        progress.setSetting(input.key, input.value);
        return null;
      }),
    },
    editor: {
      types: os.editor.types.handler(({ input }) => {
        const track = course.file.tracks.find((one) => one.id === input.track);
        if (!track) throw new RoutewrightError('RW_LESSON_UNKNOWN', { id: input.track });
        return typesOfRuntime(track.runtime);
      }),
    },
  });
}
