/** Scalar in the colours and fonts of the design tokens, as CSS: the same in the workbench and on the docs site. */
export const SCALAR_LOOK = `
.light-mode, .dark-mode, :root {
  --scalar-font: var(--sans);
  --scalar-font-code: var(--mono);
  --scalar-color-1: var(--ink);
  --scalar-color-2: var(--soft);
  --scalar-color-3: var(--faint);
  --scalar-color-accent: var(--accent);
  --scalar-background-1: var(--pane);
  --scalar-background-2: var(--raise);
  --scalar-background-3: var(--over);
  --scalar-background-4: var(--over);
  --scalar-background-accent: var(--accentbg);
  --scalar-border-color: var(--line);
  --scalar-border-width: 1px;
  --scalar-color-green: var(--ok);
  --scalar-color-red: var(--bad);
  --scalar-color-danger: var(--bad);
  --scalar-color-yellow: var(--warn);
  --scalar-color-orange: var(--num);
  --scalar-color-blue: var(--accent);
  --scalar-color-purple: var(--kw);
  --scalar-link-color: var(--accent);
  --scalar-link-color-hover: var(--accent);
  --scalar-radius: 6px;
  --scalar-radius-lg: 8px;
  --scalar-radius-xl: 10px;
  --scalar-shadow-1: none;
  --scalar-sidebar-background-1: var(--pane);
  --scalar-sidebar-border-color: var(--line);
}
`;
