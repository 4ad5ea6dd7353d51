const NAMES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** HTML from a template. Every value that goes in is text, whatever stands in it. */
export function html(parts: TemplateStringsArray, ...values: (string | number)[]): string {
  return String.raw(
    { raw: parts },
    ...values.map((value) => String(value).replace(/[&<>"']/g, (sign) => NAMES[sign] ?? sign)),
  );
}
