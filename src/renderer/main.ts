import '@fontsource-variable/inter';
import '@fontsource-variable/jetbrains-mono';
import './styles/tokens.css';
import './styles/base.css';
import { useSession } from './app/session-store.ts';

// What the server knows, the code of the editor and that of the page come at the same time: none waits for another.
void useSession.getState().start();
void import('./features/editor/monaco/start-editor.ts');
void import('./app/show-page.tsx').then(({ showPage }) => showPage());
