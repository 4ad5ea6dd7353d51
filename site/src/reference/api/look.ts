import { SCALAR_LOOK } from '../../../../src/core/openapi/scalar-look.ts';

/** Scalar in the colours, sizes and fonts of the site, from the same tokens, below its header. */
export const look = `${SCALAR_LOOK}
.light-mode, .dark-mode, :root {
  --scalar-sidebar-color-1: var(--ink);
  --scalar-sidebar-color-2: var(--soft);
  --scalar-custom-header-height: var(--sl-nav-height);
}
`;
