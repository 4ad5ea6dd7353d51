import { type Theme, workbenchTokens } from './tokens.ts';

const colour = (foreground: string, ...scope: string[]) => ({ scope, settings: { foreground } });

const theme = (type: 'dark' | 'light', is: Theme) => ({
  name: `routewright-${type}`,
  type,
  colors: {
    'editor.background': is.bg,
    'editor.foreground': is.ink,
    'editorGroupHeader.tabsBackground': is.pane,
    'editorGroupHeader.tabsBorder': is.line,
    'tab.activeBackground': is.bg,
    'tab.activeForeground': is.soft,
    'tab.activeBorder': is.bg,
    'tab.activeBorderTop': is.line,
    'terminal.background': is.bg,
    'terminal.foreground': is.ink,
    'titleBar.activeBackground': is.bg,
    'titleBar.activeForeground': is.soft,
    'titleBar.border': is.line,
    focusBorder: is.accent,
  },
  tokenColors: [
    colour(is.com, 'comment', 'punctuation.definition.comment'),
    colour(is.kw, 'keyword', 'storage', 'variable.language', 'keyword.operator.expression', 'keyword.operator.new'),
    colour(is.ink, 'keyword.operator', 'punctuation', 'meta.brace', 'string.unquoted.argument'),
    colour(is.str, 'string', 'string.regexp', 'punctuation.definition.string'),
    colour(
      is.fn,
      'entity.name.function',
      'support.function',
      'support.type.property-name',
      'entity.other.attribute-name',
    ),
    colour(is.fn, 'entity.name.tag', 'entity.name.command'),
    colour(is.num, 'constant.numeric', 'constant.language', 'constant.other', 'constant.character.escape'),
    colour(is.ty, 'entity.name.type', 'entity.other.inherited-class', 'support.type', 'support.class'),
    colour(is.ok, 'markup.inserted'),
    colour(is.bad, 'markup.deleted', 'invalid'),
  ],
});

const tokens = workbenchTokens();

/** The colours of the workbench's editor as themes of Expressive Code: dark, then light. */
export const codeThemes = [theme('dark', tokens.dark), theme('light', tokens.light)];
