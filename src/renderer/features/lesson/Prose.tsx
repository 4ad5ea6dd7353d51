import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { memo, type ReactNode, useEffect, useState } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import { markdownToHast } from '../../../core/markdown/to-hast.ts';
import { useSession } from '../../app/session-store.ts';
import code from '../../ui/Code.module.css';
import { Scroll } from '../../ui/Scroll.tsx';
import { TermLink } from '../glossary/TermLink.tsx';
import { LessonImage } from './LessonImage.tsx';
import styles from './Prose.module.css';

type Props = { markdown: string; look?: 'lesson' | 'task' | 'small' };

/** Markdown of a course, rendered safely, with highlighted code. */
export const Prose = memo(function Prose({ markdown, look = 'lesson' }: Props) {
  const highlight = useHighlight(markdown.includes('```'));
  const tree = markdownToHast(markdown);
  if (highlight) highlight(tree);
  return (
    <div className={[styles.prose, styles[look], code.code].join(' ')}>
      {toJsxRuntime(tree, {
        Fragment,
        jsx,
        jsxs,
        components: { a: CourseLink, img: LessonImage, pre: CodeBlock, table: WideTable },
      })}
    </div>
  );
});

type Highlight = typeof import('./highlight-code.ts').highlightCode;
let loaded: Highlight | null = null;

/** The colours of code come a moment after the text: their grammars are not needed to begin to read. */
function useHighlight(wanted: boolean): Highlight | null {
  const [highlight, setHighlight] = useState<Highlight | null>(() => loaded);
  useEffect(() => {
    if (!wanted || highlight) return;
    let gone = false;
    void import('./highlight-code.ts').then((module) => {
      loaded = module.highlightCode;
      if (!gone) setHighlight(() => module.highlightCode);
    });
    return () => {
      gone = true;
    };
  }, [wanted, highlight]);
  return wanted ? highlight : null;
}

function CourseLink({ href = '', children }: { href?: string; children?: ReactNode }) {
  const openLesson = useSession((s) => s.openLesson);
  // Its address was not safe and is gone: as a link it would open this page once more.
  if (href === '') return children;
  if (href.startsWith('lesson:')) {
    return (
      <button type="button" className={styles.link} onClick={() => void openLesson(href.slice('lesson:'.length))}>
        {children}
      </button>
    );
  }
  if (href.startsWith('term:')) return <TermLink id={href.slice('term:'.length)}>{children}</TermLink>;
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
