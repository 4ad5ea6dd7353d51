import type { StateCreator } from 'zustand';
import type { CourseOutline, LessonView } from '../../contract/api.ts';
import { ERRORS, errorMessage } from '../../contract/errors.ts';
import type { SessionSnapshot } from '../../contract/session.ts';
import { isSignedOut, isUnreachable, server } from './api.ts';
import { takeAskedLesson } from './asked-lesson.ts';
import { followSession } from './event-stream.ts';
import { readConsoleTab, readHintLevels, readResultTab, readTabs } from './remembered.ts';
import { applySnapshot } from './session-events.ts';
import type { CourseSlice, State } from './session-state.ts';
import { unsaved } from './unsaved.ts';

/** The course and the lesson that is open. */
export const courseSlice: StateCreator<State, [], [], CourseSlice> = (set, get) => {
  let following: AbortController | null = null;

  async function fetchLesson(lessonId: string): Promise<[LessonView, SessionSnapshot]> {
    const at = { lessonId, track: get().track };
    return await Promise.all([server.lesson.view(at), server.session.open(at)]);
  }

  function follow(sessionId: string, lessonId: string): void {
    following?.abort();
    following = new AbortController();
    const { signal } = following;
    const reopen = () => {
      if (signal.aborted) return;
      fetchLesson(lessonId).then(
        ([lesson, snapshot]) => {
          if (signal.aborted) return;
          set({ lesson, ...applySnapshot(get(), snapshot, unsaved.paths()), connection: 'open' });
          follow(snapshot.sessionId, lessonId);
          void get().flush();
        },
        (error) => get().fail(error),
      );
    };
    void followSession({ get, set }, sessionId, signal, reopen);
  }

  function showLesson(lesson: LessonView, snapshot: SessionSnapshot): void {
    const files = snapshot.files.map((file) => file.path);
    // A comparison is what such a lesson is about: it is in front at first.
    const isNewComparison = lesson.compare !== null && get().remembered[`compared:${lesson.id}`] === undefined;
    set({
      ...applySnapshot(get(), snapshot, new Set()),
      ...readTabs(
        get().remembered[`tabs:${lesson.id}`],
        files,
        lesson.open.length > 0 ? lesson.open : [snapshot.entry],
      ),
      lesson,
      ...(isNewComparison ? { resultTab: 'compare' } : {}),
      hints: {},
      logs: [],
      logsDropped: 0,
      logsGone: 0,
      traffic: [],
      trafficDropped: 0,
      trafficGone: 0,
      celebrating: false,
      conflict: null,
      undoReset: null,
      place: null,
      loadedRequest: null,
      solutionShown: false,
      resetAsked: false,
      versionsShown: false,
      editorProblems: [],
      save: { status: 'saved' },
    });
    get().remember('last-lesson', lesson.id);
    if (isNewComparison) get().remember(`compared:${lesson.id}`, 'yes');
    follow(snapshot.sessionId, lesson.id);
    const levels = readHintLevels(get().remembered[`hints:${lesson.id}`]);
    for (const [checkId, level] of Object.entries(levels)) void bringBackHints(checkId, level);
  }

  async function bringBackHints(checkId: string, upTo: number): Promise<void> {
    const levels = get().lesson?.checks.find((check) => check.id === checkId)?.hints ?? 0;
    for (let level = 1; level <= Math.min(upTo, levels); level += 1) await get().revealHint(checkId, level);
  }

  async function lookForProblems(): Promise<void> {
    await whenIdle();
    const outline = await server.course.checked().catch(() => null);
    if (outline) set({ outline });
  }

  return {
    phase: 'loading',
    outline: null,
    track: '',
    lesson: null,
    opening: null,
    hints: {},
    async start() {
      try {
        const [outline, remembered] = await Promise.all([server.course.outline(), server.settings.all()]);
        set({
          outline,
          remembered,
          track: outline.tracks[0]?.id ?? '',
          resultTab: readResultTab(remembered['result-tab']),
          consoleTab: readConsoleTab(remembered['console-tab']),
        });
        const lessonId = firstToOpen(outline, remembered['last-lesson'], takeAskedLesson(), (id) =>
          get().inform(errorMessage('RW_LESSON_UNKNOWN', { id }), ERRORS.RW_LESSON_UNKNOWN.action, 'RW_LESSON_UNKNOWN'),
        );
        const opened = lessonId ? get().openLesson(lessonId) : Promise.resolve();
        // The calls go out before the frame is drawn: drawing it takes longer than the server does.
        await nextTask();
        set({ phase: 'ready' });
        await opened;
        // Looking for mistakes in every lesson takes a while; who learns need not wait for it.
        const all = outline.stages.flatMap((stage) => stage.lessons);
        if (all.some((lesson) => lesson.problems === null)) await lookForProblems();
      } catch (error) {
        if (isSignedOut(error)) set({ phase: 'signed-out' });
        else {
          set({ phase: 'unreachable' });
          if (!isUnreachable(error)) get().fail(error);
        }
      }
    },
    async openLesson(lessonId) {
      if (get().opening === lessonId) return;
      set({ opening: lessonId });
      if (unsaved.paths().size > 0) await get().flush();
      try {
        const [lesson, snapshot] = await fetchLesson(lessonId);
        if (get().opening !== lessonId) return;
        const isFirst = get().lesson === null;
        unsaved.clear();
        showLesson(lesson, snapshot);
        if (!isFirst) set({ outline: await server.course.outline() });
      } catch (error) {
        get().fail(error);
      } finally {
        if (get().opening === lessonId) set({ opening: null });
      }
    },
    async revealHint(checkId, level) {
      const lesson = get().lesson;
      if (!lesson) return null;
      try {
        const { text } = await server.lesson.hint({ lessonId: lesson.id, track: get().track, checkId, level });
        if (get().lesson?.id !== lesson.id) return null;
        const texts = [...(get().hints[checkId] ?? [])];
        texts[level - 1] = text;
        const hints = { ...get().hints, [checkId]: texts };
        set({ hints });
        const levels = readHintLevels(get().remembered[`hints:${lesson.id}`]);
        const known = Math.max(levels[checkId] ?? 0, level);
        get().remember(`hints:${lesson.id}`, JSON.stringify({ ...levels, [checkId]: known }));
        return text;
      } catch (error) {
        get().fail(error);
        return null;
      }
    },
  };
};

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Resolves when the page has nothing more urgent to do; at once in a browser that cannot say so. */
function whenIdle(): Promise<unknown> {
  if (typeof requestIdleCallback !== 'function') return Promise.resolve();
  return new Promise((resolve) => requestIdleCallback(resolve));
}

/** `asked` counts before `last`, the one that was open; `unknown` is told when the course has no such lesson. */
function firstToOpen(
  outline: CourseOutline,
  last: string | undefined,
  asked: string | null,
  unknown: (id: string) => void,
): string | undefined {
  const lessons = outline.stages.flatMap((stage) => stage.lessons);
  if (asked !== null) {
    if (lessons.some((lesson) => lesson.id === asked)) return asked;
    unknown(asked);
  }
  return lessons.find((lesson) => lesson.id === last)?.id ?? lessons[0]?.id;
}
