import '@fontsource-variable/inter';
import '@fontsource-variable/jetbrains-mono';
import './styles/tokens.css';
import './styles/base.css';
import { useSession } from './app/session-store.ts';

// What the server knows, the code of the editor and that of the page come at the same time: none waits for another.
// This script does not wait for the page's end either (`async`), so the page may still be on its way when it runs.
void useSession.getState().start();
void import('./features/editor/monaco/start-editor.ts');
void Promise.all([import('./app/show-page.tsx'), parsed()]).then(([{ showPage }]) => showPage());

function parsed(): Promise<void> {
  if (document.readyState !== 'loading') return Promise.resolve();
  return new Promise((resolve) => document.addEventListener('DOMContentLoaded', () => resolve(), { once: true }));
}
