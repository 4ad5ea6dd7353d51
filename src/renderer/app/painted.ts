/** Marks on the page's timeline that benchmarks and tests read; nothing here is decided by them. */
const EDITOR_READY = 'routewright:editor-ready';
const VERDICTS_PAINTED = 'routewright:verdicts-painted';
/** Marks stay until the page goes, so a long session must not gather them without end. */
const MARKS_KEPT = 1_000;

/** The editor shows code and takes keys: marked when that is on the screen, and then `then` is called. */
export function markEditorReady(then: () => void): void {
  afterPaint(() => {
    performance.mark(EDITOR_READY);
    then();
  });
}

/** All verdicts of `revision` are in the page: marked when they are on the screen. */
export function markVerdictsPainted(revision: number): void {
  afterPaint(() => {
    if (performance.getEntriesByName(VERDICTS_PAINTED).length >= MARKS_KEPT) performance.clearMarks(VERDICTS_PAINTED);
    performance.mark(VERDICTS_PAINTED, { detail: { revision } });
  });
}

/** The first frame draws what is in the page now; when the second begins, it has been painted. */
function afterPaint(then: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(then));
}
