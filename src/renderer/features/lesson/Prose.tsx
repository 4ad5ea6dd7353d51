import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { memo, type ReactNode } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import { markdownToHast } from '../../../core/markdown/to-hast.ts';
import { useSession } from '../../app/session-store.ts';
import { Scroll } from '../../ui/Scroll.tsx';
import { highlightCode } from './highlight-code.ts';
import styles from './Prose.module.css';

type Props = { markdown: string; look?: 'lesson' | 'task' | 'small' };

/** Markdown of a course, rendered safely, with highlighted code. */
export const Prose = memo(function Prose({ markdown, look = 'lesson' }: Props) {
  const tree = highlightCode(markdownToHast(markdown));
  return (
    <div className={[styles.prose, styles[look]].join(' ')}>
      {toJsxRuntime(tree, { Fragment, jsx, jsxs, components: { a: CourseLink, pre: CodeBlock, table: WideTable } })}
    </div>
  );
});

function CourseLink({ href = '', children }: { href?: string; children?: ReactNode }) {
  const openLesson = useSession((s) => s.openLesson);
  if (href.startsWith('lesson:')) {
    return (
      <button type="button" className={styles.link} onClick={() => void openLesson(href.slice('lesson:'.length))}>
        {children}
      </button>
    );
  }
  if (href.startsWith('#')) {
    return (
      <a
        href={href}
        onClick={(event) => {
          event.preventDefault();
          document.getElementById(`task-${href.slice(1)}`)?.scrollIntoView({ block: 'start', behavior: 'smooth' });
        }}
      >
        {children}
      </a>
    );
  }
  return (
    <a href={href} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  );
}

function CodeBlock({ children }: { children?: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, so the block must be reachable by keyboard
    <pre className={styles.block} tabIndex={0}>
      {children}
    </pre>
  );
}

function WideTable({ children }: { children?: ReactNode }) {
  return (
    <Scroll className={styles.table} label="Table">
      <table>{children}</table>
    </Scroll>
  );
}
