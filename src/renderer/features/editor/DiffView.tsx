import { useEffect, useRef } from 'react';
import { showDiff } from './monaco/show-diff.ts';

type Props = { path: string; original: string; modified: string };

/** Two texts side by side, read only; below 700 pixels in one column. Fills its parent. */
export default function DiffView({ path, original, modified }: Props) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(
    () => (host.current ? showDiff(host.current, path, original, modified) : undefined),
    [path, original, modified],
  );
  return <div ref={host} style={{ height: '100%' }} />;
}
