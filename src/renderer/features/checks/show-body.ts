const SHORT = 64;

/** A body for reading: JSON on one line when it is short, indented otherwise; anything else as it is. */
export function showBody(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    const indented = JSON.stringify(value, null, 2);
    const line = indented.replace(/\n\s*/g, ' ');
    return line.length <= SHORT ? line : indented;
  } catch {
    return text;
  }
}
