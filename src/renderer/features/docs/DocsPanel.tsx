/** The API documents, planned or built, in an isolated frame. Fills its parent. */
export function DocsPanel() {
  return <section aria-label="API docs" />;
}
