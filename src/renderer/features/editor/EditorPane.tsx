/** The editor: tabs, file tree, Monaco. Fills its parent (height and width 100 %). */
export function EditorPane() {
  return <section aria-label="Editor" />;
}
