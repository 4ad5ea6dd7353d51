import { type ComponentType, lazy } from 'react';
import { ChecksPanel } from '../features/checks/ChecksPanel.tsx';
import type { ResultTab, State } from './session-state.ts';

export type ResultTabDef = {
  id: ResultTab;
  title: string;
  panel: ComponentType;
  /** True for a panel that stays as it was while another one is in front, once it has been shown. */
  stays?: boolean;
  /** Only in lessons for which this holds; always without it. */
  when?: (state: State) => boolean;
};

const hasCheck = (kind: string) => (state: State) => state.lesson?.checks.some((check) => check.kind === kind) ?? false;
const hasLab = ({ lab }: State) => lab.authorization !== undefined || lab.origins !== undefined;

/** Every tab of the results, in their order. What is not needed before the editor is fetched when first shown. */
export const RESULT_TABS: readonly ResultTabDef[] = [
  { id: 'checks', title: 'Checks', panel: ChecksPanel },
  {
    id: 'attack',
    title: 'Attack',
    panel: lazy(async () => ({ default: (await import('../features/attack/AttackPanel.tsx')).AttackPanel })),
    stays: true,
    when: (state) => hasCheck('attack')(state) || hasLab(state),
  },
  {
    id: 'compare',
    title: 'Compare',
    panel: lazy(async () => ({ default: (await import('../features/compare/ComparePanel.tsx')).ComparePanel })),
    when: ({ lesson }) => lesson?.compare != null,
  },
  {
    id: 'tests',
    title: 'Tests',
    panel: lazy(async () => ({ default: (await import('../features/tests/TestsPanel.tsx')).TestsPanel })),
    when: hasCheck('learner-tests'),
  },
  {
    id: 'docs',
    title: 'API docs',
    panel: lazy(async () => ({ default: (await import('../features/docs/DocsPanel.tsx')).DocsPanel })),
    stays: true,
  },
  {
    id: 'requests',
    title: 'Requests',
    panel: lazy(async () => ({ default: (await import('../features/requests/RequestsPanel.tsx')).RequestsPanel })),
    stays: true,
  },
  {
    id: 'contract',
    title: 'Contract',
    panel: lazy(async () => ({ default: (await import('../features/contract/ContractPanel.tsx')).ContractPanel })),
  },
];

/** Those that this lesson has. */
export function tabsOf(state: State): ResultTabDef[] {
  return RESULT_TABS.filter(({ when }) => !when || when(state));
}
