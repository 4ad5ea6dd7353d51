export type HtmlForm = { action: string; fields: Record<string, string> };

/**
 * The first form of a page that is sent with POST, with its hidden fields: enough for the pages of the workbench's own
 * authorization server. Null when there is none.
 */
export function firstForm(html: string): HtmlForm | null {
  const [, head = '', inside = ''] = /<form\b([^>]*\bmethod="post"[^>]*)>([\s\S]*?)<\/form>/i.exec(html) ?? [];
  const action = attribute(head, 'action');
  if (action === null) return null;
  const fields = [...inside.matchAll(/<input\b([^>]*)>/gi)].flatMap(([, attributes = '']) => {
    const name = attribute(attributes, 'name');
    return name !== null && attribute(attributes, 'type') === 'hidden'
      ? [[name, attribute(attributes, 'value') ?? '']]
      : [];
  });
  return { action, fields: Object.fromEntries(fields) };
}

function attribute(text: string, name: string): string | null {
  const value = new RegExp(`\\b${name}="([^"]*)"`, 'i').exec(text)?.[1];
  if (value === undefined) return null;
  return value
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
