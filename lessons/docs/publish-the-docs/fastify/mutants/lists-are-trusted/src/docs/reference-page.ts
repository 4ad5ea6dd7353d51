import { Html, html } from '../html.ts';
import { type Operation, readDocument } from './read-document.ts';
import { PAGE_POLICY, STYLE } from './reference-style.ts';

/** The whole API on one page of HTML, chapter by chapter. Needs no script and no other file. */
export function referencePage(document: unknown): string {
  const { info, tags, operations } = readDocument(document);
  const chapters = tags.map(({ name, description }) => {
    const own = operations.filter((operation) => operation.tags.includes(name));
    return html`<h2>${name}</h2><p>${description}</p>${own.map(article)}`;
  });
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="content-security-policy" content="${PAGE_POLICY}">
<title>${info.title} ${info.version}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${info.title} ${info.version}</h1>
<p>${info.description}</p>
${chapters}
</body>
</html>
`.text;
}

function article(operation: Operation): Html {
  const { method, path, operationId, summary, description, deprecated, parameters, responses } = operation;
  return html`<article id="${operationId}">
<h3>${summary}${deprecated ? ' (deprecated)' : ''}</h3>
<p><code>${method} ${path}</code></p>
<p>${description}</p>
<p>${accessTo(operation)}</p>
${parameters.length > 0 ? list(parameters.map(({ name, description }) => [name, description])) : ''}
${exampleOf(operation)}
${list(Object.entries(responses).map(([status, response]) => [status, response.description]))}
</article>`;
}

function accessTo({ security }: Operation): string {
  if (security.length === 0) return 'Open to all.';
  const ways = security.map((way) => Object.entries(way).map(([name, scopes]) => [name, ...scopes].join(' ')));
  return `Needs ${ways.map((all) => all.join(' and ')).join(' or ')}.`;
}

function exampleOf({ requestBody }: Operation): Html | '' {
  const example = requestBody?.content['application/json']?.example;
  return example === undefined ? '' : html`<pre>${JSON.stringify(example, null, 2)}</pre>`;
}

const list = (entries: string[][]): Html => {
  return html`<dl>${entries.map(([term = '', text = '']) => html`<dt><code>${term}</code></dt><dd>${new Html(text)}</dd>`)}</dl>`;
};
