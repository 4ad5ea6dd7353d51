import type { StarlightExpressiveCodeOptions } from '@astrojs/starlight/expressive-code';
import { codeThemes } from './code-themes.ts';

/** How a block of code looks: the workbench's colours, quiet frames, tints for changed lines that its words stay readable on. */
export const codeBlocks = {
  themes: codeThemes,
  // The tokens are chosen for 4.5:1 as they are.
  minSyntaxHighlightingColorContrast: 4.5,
  styleOverrides: {
    borderRadius: 'var(--r)',
    borderColor: 'var(--line)',
    codeFontSize: 'var(--sl-text-code)',
    codeLineHeight: '1.65',
    uiFontSize: '0.8125rem',
    frames: {
      frameBoxShadowCssValue: 'none',
      editorTabBarBackground: 'var(--pane)',
      editorTabBarBorderBottomColor: 'var(--line)',
      editorActiveTabIndicatorTopColor: 'transparent',
      editorActiveTabBorderColor: 'transparent',
      terminalTitlebarBackground: 'var(--bg)',
      terminalTitlebarBorderBottomColor: 'transparent',
      terminalTitlebarDotsForeground: 'var(--line2)',
      terminalTitlebarDotsOpacity: '1',
      inlineButtonForeground: 'var(--soft)',
      tooltipSuccessBackground: 'var(--ok)',
      tooltipSuccessForeground: 'var(--bg)',
    },
    textMarkers: {
      insBackground: 'var(--okbg)',
      insBorderColor: 'var(--ok)',
      insDiffIndicatorColor: 'var(--ok)',
      delBackground: 'var(--badbg)',
      delBorderColor: 'var(--bad)',
      delDiffIndicatorColor: 'var(--bad)',
      markBackground: 'var(--accentbg)',
      markBorderColor: 'var(--accent)',
      backgroundOpacity: '100%',
    },
  },
} satisfies StarlightExpressiveCodeOptions;
