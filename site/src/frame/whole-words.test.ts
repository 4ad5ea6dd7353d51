import { expect, it } from 'vitest';
import { keepWordsWhole } from './whole-words.ts';

it('words with a hyphen in inline code stay whole, and everything else is as it was', () => {
  expect(keepWordsWhole('a-b <code>npm start -- --port 1</code> <code class="x">no</code>')).toBe(
    'a-b <code>npm start <span class="whole">--</span> <span class="whole">--port</span> 1</code> <code class="x">no</code>',
  );
});

it('one that may not fit into a line is left alone, and so is code with elements in it', () => {
  const html = '<code>lessons/a-long-path/to-a-file.yaml</code><pre><code><i>a-b</i></code></pre>';
  expect(keepWordsWhole(html)).toBe(html);
});
