import type { ElementContent } from 'hast';
import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { useEffect, useMemo, useRef } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import type { CompareView } from '../../../contract/compare.ts';
import code from '../../ui/Code.module.css';
import { Scroll } from '../../ui/Scroll.tsx';
import styles from './Compare.module.css';
import { highlightLines } from './highlight-lines.ts';
import { isInPart, partOfLine } from './part-of-line.ts';

type Column = CompareView['columns'][number];
type Props = {
  column: Column;
  part: string | null;
  hovered: string | null;
  onHover: (part: string | null) => void;
  onPart: (part: string) => void;
};

/** Lines above a part that stay in sight. */
const CONTEXT_PX = 44;

/** The files of one framework, one below the other. The chosen part is scrolled into sight. */
export function CompareColumn({ column, part, ...rest }: Props) {
  const scroll = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const area = scroll.current;
    const line = part === null ? null : area?.querySelector<HTMLElement>('[data-chosen]');
    if (!area || !line) return;
    const top = line.getBoundingClientRect().top - area.getBoundingClientRect().top + area.scrollTop;
    const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    area.scrollTo({ top: top - CONTEXT_PX, left: 0, behavior: isCalm ? 'auto' : 'smooth' });
  }, [part]);
  return (
    <section className={styles.column} aria-label={column.title}>
      <h3 className={styles.title}>{column.title}</h3>
      <Scroll className={`${styles.code} ${code.code}`} label={`Code of ${column.title}`} ref={scroll}>
        {column.files.map((file) => (
          <File key={file.path} file={file} language={column.language} part={part} {...rest} />
        ))}
      </Scroll>
    </section>
  );
}

type FileProps = Omit<Props, 'column'> & { file: Column['files'][number]; language: Column['language'] };

function File({ file, language, part, hovered, onHover, onPart }: FileProps) {
  const lines = useMemo(() => highlightLines(file.text, language), [file.text, language]);
  return (
    <>
      <p className={styles.path}>{file.path}</p>
      <pre className={styles.lines}>
        {lines.map((line, index) => {
          const number = index + 1;
          const own = partOfLine(file.regions, number);
          const isChosen = isInPart(file.regions, number, part);
          return (
            // The list of parts does the same for the keyboard.
            // biome-ignore lint/a11y/noStaticElementInteractions: see above
            // biome-ignore lint/a11y/useKeyWithClickEvents: see above
            <span
              key={number}
              className={styles.line}
              data-part={own ?? undefined}
              data-chosen={isChosen || undefined}
              data-hovered={isInPart(file.regions, number, hovered) || undefined}
              onMouseEnter={() => onHover(own)}
              onMouseLeave={() => onHover(null)}
              onClick={own === null ? undefined : () => onPart(own)}
            >
              <span className={styles.number} aria-hidden="true">
                {number}
              </span>
              <span className={styles.text}>{render(line)}</span>
            </span>
          );
        })}
      </pre>
    </>
  );
}

function render(children: ElementContent[]) {
  return toJsxRuntime({ type: 'root', children }, { Fragment, jsx, jsxs });
}
