/** A small client for the learner's running API. Fills its parent. */
export function RequestsPanel() {
  return <section aria-label="Requests" />;
}
