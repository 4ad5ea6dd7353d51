/**
 * The line (from 1) of an operation in the text of plan.yaml; 1 when it is not found. `path` has the base path in front,
 * as the contract names it. The text is searched, not parsed: the plan may be broken while it is written.
 */
export function placeInPlan(text: string, method: string, path: string): number {
  const lines = text.split('\n');
  const candidates = lines.flatMap((line, index) => {
    const written = /^\s*(?:-\s*)?(?:\{.*)?path:\s*['"]?([^'",}\s]+(?:\}[^'",\s]*)?)/.exec(line)?.[1];
    return written && path.endsWith(written) && hasMethod(lines, index, method)
      ? [{ index, length: written.length }]
      : [];
  });
  const best = candidates.sort((a, b) => b.length - a.length)[0];
  return best ? best.index + 1 : 1;
}

/** The method stands on the same line or beside it, within the same item of the list. */
function hasMethod(lines: string[], index: number, method: string): boolean {
  const wanted = new RegExp(`method:\\s*['"]?${method}\\b`, 'i');
  if (wanted.test(lines[index] ?? '')) return true;
  for (const step of [-1, 1]) {
    for (let at = index; at >= 0 && at < lines.length && Math.abs(at - index) < 8; at += step) {
      const line = lines[at] ?? '';
      const begins = /^\s*-\s/.test(line);
      if (step === 1 && begins && at !== index) break;
      if (wanted.test(line)) return true;
      if (step === -1 && begins) break;
    }
  }
  return false;
}
