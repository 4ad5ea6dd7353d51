import { useEffect } from 'react';
import { SignedOut } from '../features/welcome/SignedOut.tsx';
import { Starting } from '../features/welcome/Starting.tsx';
import { Unreachable } from '../features/welcome/Unreachable.tsx';
import { useSession } from './session-store.ts';
import { useTheme } from './theme.ts';
import { Workbench } from './Workbench.tsx';

/** The whole window: decides between the workbench and the pages that stand in for it. */
export function App() {
  const phase = useSession((s) => s.phase);
  const start = useSession((s) => s.start);
  const { theme } = useTheme();

  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);

  switch (phase) {
    case 'loading':
      return <Starting />;
    case 'signed-out':
      return <SignedOut />;
    case 'unreachable':
      return <Unreachable onRetry={() => void start()} />;
    case 'ready':
      return <Workbench />;
  }
}
