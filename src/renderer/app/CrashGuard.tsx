import { Component, type ReactNode } from 'react';
import { Broken } from '../features/welcome/Broken.tsx';

/** Stands in when the window itself fails to draw: nothing of the learner's is lost, and there is a way on. */
export class CrashGuard extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }
  override render(): ReactNode {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}
