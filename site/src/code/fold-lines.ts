import type { ExpressiveCodePlugin } from 'expressive-code';
import { type Element, type ElementContent, select } from 'expressive-code/hast';

/** Lines from 1. */
type Stretch = { from: number; to: number };

declare module '@expressive-code/core' {
  export interface ExpressiveCodeBlockProps {
    /** Stretches of lines that are shown when one asks for them. */
    folded: Stretch[];
  }
}

/** Folds stretches of lines of a code block, and gives its scroll area a name that is on the page once. */
export function foldLines(): ExpressiveCodePlugin {
  return {
    name: 'Fold lines',
    hooks: {
      postprocessRenderedBlock: ({ codeBlock, renderData }) => {
        const pre = select('pre', renderData.blockAst);
        const code = select('pre > code', renderData.blockAst);
        const number = codeBlock.parentDocument?.positionInDocument?.groupIndex;
        if (pre)
          pre.properties.ariaLabel = `Code ${number === undefined ? '' : `${number}: `}${codeBlock.props.title || codeBlock.language}`;
        if (code) code.children = withFolds(code.children, codeBlock.props.folded ?? []);
      },
    },
  };
}

function withFolds(lines: ElementContent[], stretches: readonly Stretch[]): ElementContent[] {
  const out: ElementContent[] = [];
  let next = 1;
  for (const { from, to } of stretches) {
    out.push(...lines.slice(next - 1, from - 1), fold(lines.slice(from - 1, to)));
    next = to + 1;
  }
  return [...out, ...lines.slice(next - 1)];
}

function fold(lines: ElementContent[]): Element {
  const summary: Element = {
    type: 'element',
    tagName: 'summary',
    properties: {},
    children: [{ type: 'text', value: `${lines.length} unchanged lines` }],
  };
  return { type: 'element', tagName: 'details', properties: { className: ['fold'] }, children: [summary, ...lines] };
}
