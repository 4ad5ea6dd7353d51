const MORE: Record<number, string> = {
  401: `<p>The address with the token signs in one browser, once. If you have opened it in another browser, use that one,
    or stop the workbench with Ctrl+C and start it again: it prints a new address. In a class, ask whoever runs it.</p>`,
  403: `<p>If you followed a link, copy the address into the address bar instead.</p>`,
  421: `<p>The workbench answers at 127.0.0.1 and localhost, behind a reverse proxy also at the address of <code>--public-url</code>,
    and nowhere else.</p>`,
};

/** A small page without scripts for a person whose request is refused. `message` and `action` are texts of the error table. */
export function refusalPage(status: number, message: string, action: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Routewright</title>
<style>
  :root { color-scheme: light dark; }
  body { max-width: 34rem; margin: 18vh auto 0; padding: 0 1.5rem; font: 16px/1.6 system-ui, sans-serif; }
  h1 { font-size: 1.25rem; }
  p { opacity: .85; }
  code { font-family: ui-monospace, monospace; font-size: .9em; }
</style>
<h1>${toHtml(message)}</h1>
<p>${toHtml(action).replace(/`([^`]+)`/g, '<code>$1</code>')}</p>
${MORE[status] ?? ''}
</html>
`;
}

function toHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
