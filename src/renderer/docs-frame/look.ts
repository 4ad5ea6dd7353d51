import { SCALAR_LOOK } from '../../core/openapi/scalar-look.ts';

/** Scalar in the colours, sizes and fonts of the workbench, from its design tokens. */
export function lookOf(tokens: Record<string, string>): string {
  const root = Object.entries(tokens)
    .filter(([name, value]) => /^--[a-z0-9-]+$/.test(name) && !/[;{}<]/.test(value))
    .map(([name, value]) => `${name}: ${value};`)
    .join('\n');
  return `:root {\n${root}\n}\n${SCALAR_LOOK}${LOOK}`;
}

/** What is so in the workbench only: small sizes, and nothing that its frame says already. */
const LOOK = `
html, body { background: var(--pane); }
.light-mode, .dark-mode, :root {
  --scalar-button-1: var(--accent);
  --scalar-button-1-hover: var(--accent);
  --scalar-button-1-color: var(--on-accent);
  --scalar-heading-1: 20px;
  --scalar-heading-2: 16px;
  --scalar-page-description: 14px;
  --scalar-paragraph: 13.5px;
  --scalar-small: 13px;
  --scalar-mini: 12px;
  --scalar-micro: 11.5px;
  --scalar-semibold: 600;
  --scalar-bold: 650;
  --scalar-header-height: 0px;
  --refs-content-max-width: none;
}
.references-classic-header-container, .references-classic-header { display: none !important; }
.introduction-section { padding: 14px 18px 6px !important; }
.introduction-section .section-content { gap: 8px; }
.introduction-section .section-content > :has(> .badge) { display: none; }
.section-container { border: 0 !important; }
.section-header-wrapper, .section-header { margin-bottom: 4px !important; }
.scalar-reference-intro-server { display: none !important; }
.reference-endpoint.section-accordion { border: 1px solid var(--line); border-radius: 8px; background: var(--raise); }
.section-container > .reference-endpoint, .references-rendered > * > .reference-endpoint { margin: 0 18px 10px; }
.section-accordion-content-card > :first-child { margin-top: 0; }
.section-accordion-description > .mb-3.flex.justify-end { display: none !important; }
.operation-details-card-item:not(:has(> *)) { display: none; }
.operation-details-card-item .mt-6 { margin-top: 0; }
.endpoint-content .scalar-card:has(> .scalar-card-header-title:only-child) { display: none; }
.scalar-sidebar-toggle { display: none !important; }
.t-app__top-container > button:first-child, .t-app__top-container .absolute { display: none; }
`;
