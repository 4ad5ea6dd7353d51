/** Text as it may stand in HTML, in an attribute too. */
export function escapeHtml(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => names[character] ?? '');
}

/** One page of the authorization server. `body` is HTML; `script` is a file below /page/. */
export function layout(page: { title: string; who: 'server' | 'app'; body: string; script?: string }): string {
  const brand = page.who === 'server' ? 'Library accounts' : 'Library app';
  const about = page.who === 'server' ? 'the authorization server' : 'the client';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(page.title)} · ${brand}</title>
<link rel="stylesheet" href="/page/style.css">
${page.script ? `<script src="/page/${page.script}" defer></script>` : ''}
</head>
<body class="${page.who}">
<header><span class="brand">${brand}</span><span class="about">${about}</span></header>
<main>
<h1>${escapeHtml(page.title)}</h1>
${page.body}
</main>
</body>
</html>
`;
}
