import { DECISION_PATH } from '../../../contract/decision.ts';
import { PLAN_PATH } from '../../../contract/plan.ts';
import { useSession } from '../../app/session-store.ts';

export type FileView = 'form' | 'yaml';

/** Files that can be shown as a form, with what is remembered of the choice and what it is at first. */
const FORMS: Record<string, { key: string; first: FileView } | undefined> = {
  [PLAN_PATH]: { key: 'plan-view', first: 'yaml' },
  [DECISION_PATH]: { key: 'decision-view', first: 'form' },
};

/** How the file in front is shown; null for one that has no form. */
export function useFileView(): FileView | null {
  return useSession(({ activeFile, remembered }) => viewOf(activeFile, remembered));
}

function viewOf(path: string | null, remembered: Record<string, string>): FileView | null {
  const form = path === null ? undefined : FORMS[path];
  if (!form) return null;
  const chosen = remembered[form.key];
  return chosen === 'form' || chosen === 'yaml' ? chosen : form.first;
}

/** Shows the file in front in another way, from now on. */
export function chooseView(view: FileView): void {
  const { activeFile, remember } = useSession.getState();
  const form = activeFile === null ? undefined : FORMS[activeFile];
  if (form) remember(form.key, view);
}
