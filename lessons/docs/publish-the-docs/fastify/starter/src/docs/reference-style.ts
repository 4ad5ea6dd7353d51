/** How the reference looks. It loads no font and no image, so it works without a network. */
export const STYLE = `
body { font: 16px/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; color-scheme: light dark; }
h2 { margin-top: 3rem; border-bottom: 1px solid; }
article { margin: 2rem 0; }
code { font-family: ui-monospace, monospace; }
dt { float: left; clear: left; font-weight: bold; }
dd { margin: 0 0 0 7rem; }
pre { padding: 1rem; overflow-x: auto; border: 1px solid; }
`;
