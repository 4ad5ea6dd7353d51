import { lookOf } from './look.ts';
import { type FromDocsFrame, ToDocsFrame } from './messages.ts';
import { workbenchFetch } from './send.ts';
import { provideStorage } from './storage.ts';

type Reference = { updateConfiguration(configuration: object): void };
declare const Scalar: { createApiReference(element: Element, configuration: object): Reference };

type Show = Extract<ToDocsFrame, { type: 'show' }>;

provideStorage();
const workbench = workbenchFetch(post);
let reference: Reference | null = null;
let waiting: Show | null = null;

window.addEventListener('message', (event) => {
  if (event.source !== window.parent) return;
  const message = ToDocsFrame.parse(event.data);
  if (message.type === 'show') show(message);
  else if (message.type === 'response') workbench.answer(message.id, message.response);
  else
    for (const { family, data } of message.fonts) document.fonts.add(new FontFace(family, data, { weight: '100 900' }));
});

// Scalar's own script comes after this one, because it reads the storage that this one provides.
window.addEventListener('load', () => {
  if (waiting) show(waiting);
});

// A link may not take the frame away from the document; the workbench decides what to open.
window.addEventListener(
  'click',
  (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    const href = link?.getAttribute('href') ?? '#';
    if (href.startsWith('#')) return;
    event.preventDefault();
    if (href.startsWith('https://')) post({ type: 'open', url: href });
  },
  true,
);

post({ type: 'ready' });

function show(message: Show): void {
  const element = document.getElementById('docs');
  if (!element || typeof Scalar === 'undefined') {
    waiting = message;
    return;
  }
  document.body.classList.toggle('dark-mode', message.dark);
  document.body.classList.toggle('light-mode', !message.dark);
  const configuration = configure(message);
  if (reference) reference.updateConfiguration(configuration);
  else reference = Scalar.createApiReference(element, configuration);
  post({ type: 'shown' });
}

function configure({ name, openapi, live, dark, tokens }: Show): object {
  return {
    content: openapi,
    slug: name,
    title: name,
    layout: 'classic',
    theme: 'none',
    customCss: lookOf(tokens),
    customFetch: workbench.send,
    darkMode: dark,
    forceDarkModeState: dark ? 'dark' : 'light',
    hideDarkModeToggle: true,
    hideTestRequestButton: !live,
    hideClientButton: true,
    hideSearch: true,
    showSidebar: false,
    showDeveloperTools: 'never',
    documentDownloadType: 'none',
    defaultOpenFirstTag: true,
    defaultOpenAllTags: true,
    operationTitleSource: 'summary',
    hiddenClients: true,
    modelsSectionLabel: 'Schemas',
    withDefaultFonts: false,
    telemetry: false,
    proxyUrl: '',
    agent: { disabled: true },
    mcp: { disabled: true },
    persistAuth: false,
    externalUrls: { dashboardUrl: '', registryUrl: '', proxyUrl: '', apiBaseUrl: '' },
  };
}

function post(message: FromDocsFrame): void {
  // The frame has no origin of its own and does not know that of its parent; nothing secret is said.
  window.parent.postMessage(message, '*');
}
