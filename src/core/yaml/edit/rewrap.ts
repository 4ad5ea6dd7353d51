const WIDTH = 80;

/**
 * Breaks `text` into lines that are those of before as far as the words are: lines at the beginning and at the end that
 * did not change stay, what changed between them is broken anew.
 */
export function rewrapped(before: readonly string[], text: string): string[] {
  const words = text.split(' ');
  let first = 0;
  const head: string[] = [];
  for (const line of before) {
    const own = line.split(' ');
    if (line === '' || !startsWith(words.slice(first), own)) break;
    head.push(line);
    first += own.length;
  }
  let end = words.length;
  const tail: string[] = [];
  for (const line of before.slice(head.length).reverse()) {
    const own = line.split(' ');
    if (line === '' || end - own.length < first || !startsWith(words.slice(end - own.length, end), own)) break;
    tail.unshift(line);
    end -= own.length;
  }
  const width = Math.max(WIDTH, ...before.map((line) => line.length));
  return [...head, ...wrapped(words.slice(first, end), width), ...tail];
}

function startsWith(words: readonly string[], own: readonly string[]): boolean {
  return own.length <= words.length && own.every((word, index) => word === words[index]);
}

function wrapped(words: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    // A line never begins or ends with a space of its own: it would not be read back.
    if (last !== undefined && (word === '' || last.endsWith(' ') || last.length + 1 + word.length <= width)) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines;
}
