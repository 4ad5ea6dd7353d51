import type { ReactNode, Ref } from 'react';

type Props = {
  /** What is in it; said by screen readers. */
  label: string;
  className: string | undefined;
  role?: 'group' | 'log';
  ref?: Ref<HTMLDivElement>;
  onScroll?: () => void;
  children: ReactNode;
};

/** A region that scrolls and can therefore be reached with the keyboard (WCAG 2.1.1). */
export function Scroll({ label, role = 'group', ...rest }: Props) {
  const named = { role, 'aria-label': label, tabIndex: 0 };
  return <div {...rest} {...named} />;
}
