import { type Random, randomOf } from '../random.ts';
import { HOSTILE_HTML, HOSTILE_MARKDOWN } from './hostile-html.ts';

/**
 * `count` hostile Markdown documents, the same for the same seed. Each holds one to three hostile pieces, changed and
 * wrapped; code in them calls `ran(n)` with the number of its document.
 */
export function hostileDocuments(count: number, seed: number): string[] {
  const random = randomOf(seed);
  return Array.from({ length: count }, (_, n) => {
    const pieces = Array.from({ length: 1 + random.whole(3) }, (_, at) => {
      // Every piece comes first in some document, whatever the dice say.
      const piece = at === 0 ? ALL[n % ALL.length] : random.pick(ALL);
      return random.pick(WRAPS)(random.pick(CHANGES)(piece ?? '', random));
    });
    return `Document ${n}.\n\n${pieces.join(random.pick(['\n\n', '\n', ' ']))}`.replaceAll('RUN', `ran(${n})`);
  });
}

const ALL = [...HOSTILE_HTML, ...HOSTILE_MARKDOWN];
const same = (text: string): string => text;

const CHANGES: readonly ((piece: string, random: Random) => string)[] = [
  same,
  same,
  same,
  (piece) => piece.replace(/<([a-z]+)/gi, (_, name: string) => `<${alternate(name)}`),
  (piece) => piece.replaceAll('javascript:', '&#x6a;avascript&#58;'),
  (piece) => piece.replaceAll('javascript:', 'java\tscript:'),
  (piece) => piece.replaceAll('=', ' =\n'),
  (piece, random) => piece.slice(0, piece.length - random.whole(4)),
  (piece) => piece.replaceAll('"', "'"),
  (piece) => piece.replaceAll(' ', '\u000c'),
  (piece) => piece.replaceAll('<', '<<'),
  (piece) => `${piece}\u0000`,
];

const WRAPS: readonly ((piece: string) => string)[] = [
  same,
  same,
  same,
  (piece) => `> ${piece}`,
  (piece) => `- a\n  - ${piece}`,
  (piece) => `**${piece}**`,
  (piece) => `<div>\n\n${piece}\n\n</div>`,
  (piece) => `<!-- -->${piece}`,
  (piece) => `[${piece}](https://elsewhere.example)`,
  (piece) => `a | b\n--|--\n${piece} | x`,
  (piece) => `\n${piece}\n===\n`,
  (piece) => `${'>'.repeat(20)} ${piece}`,
];

function alternate(name: string): string {
  return [...name].map((letter, at) => (at % 2 === 0 ? letter.toUpperCase() : letter.toLowerCase())).join('');
}
