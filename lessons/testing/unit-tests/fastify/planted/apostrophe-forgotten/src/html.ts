const NAMES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** HTML that is safe to send, because `html` has made it. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Value = string | number | Html | Html[];

/** HTML from a template. Every value that goes in is text, whatever stands in it, unless `html` has made it. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  return new Html(String.raw({ raw: parts }, ...values.map(inHtml)));
}

function inHtml(value: Value): string {
  if (Array.isArray(value)) return value.map(inHtml).join('');
  if (value instanceof Html) return value.text;
  return String(value).replace(/[&<>"]/g, (sign) => NAMES[sign] ?? sign);
}
