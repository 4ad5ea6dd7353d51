import { readDocument } from './read-document.ts';
import { STYLE } from './reference-style.ts';

/** The whole API on one page of HTML. */
export function referencePage(document: unknown): string {
  const { info, operations } = readDocument(document);
  const articles = operations.map(({ method, path, summary, description, parameters }) => {
    const rows = parameters.map(({ name, description }) => `<dt>${name}</dt><dd>${description}</dd>`);
    return `<article><h3>${summary}</h3><p>${method} ${path}</p><p>${description}</p><dl>${rows.join('')}</dl></article>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${info.title}</title>
<style>${STYLE}</style>
<link rel="stylesheet" href="https://cdn.example/pretty.css">
</head>
<body>
<h1>${info.title}</h1>
<p>${info.description}</p>
${articles.join('\n')}
</body>
</html>
`;
}
