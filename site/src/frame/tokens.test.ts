import { describe, expect, it } from 'vitest';
import { readTokens, workbenchTokens } from './tokens.ts';

/** WCAG 2.2, relative luminance of `#rrggbb`. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const WORDS = ['ink', 'kw', 'str', 'fn', 'num', 'com', 'ty'] as const;
const GROUNDS = ['bg', 'pane', 'okbg', 'badbg', 'accentbg'] as const;

describe('the colours of the workbench', () => {
  it.each(['dark', 'light'] as const)(
    'keep every word of code readable on each ground that it can have, %s',
    (theme) => {
      const is = workbenchTokens()[theme];
      for (const word of WORDS)
        for (const ground of GROUNDS)
          expect(contrast(is[word], is[ground]), `${word} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('are refused when one is not there', () => {
    expect(() => readTokens('[data-theme="dark"] {\n  --bg: #101214;\n}')).toThrow();
  });
});
