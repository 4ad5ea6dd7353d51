import { expect, it } from 'vitest';
import { stretches } from './folded.ts';

const fold = (summary: string, list: string) => `<details>\n<summary>${summary}</summary>\n\n${list}\n\n</details>`;

it('takes folded lists apart from what stands around them', () => {
  const text = `Words.\n\n### Added\n\n${fold('All', '- a\n- b')}\n\n### Fixed\n\n${fold('Each', '- c')}`;
  expect(stretches(text)).toEqual([
    { summary: null, markdown: 'Words.\n\n### Added' },
    { summary: 'All', markdown: '- a\n- b' },
    { summary: null, markdown: '### Fixed' },
    { summary: 'Each', markdown: '- c' },
  ]);
});

it('leaves a text without one as it is', () => {
  expect(stretches('Words.\n\n- a')).toEqual([{ summary: null, markdown: 'Words.\n\n- a' }]);
});
