import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { memo } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import code from '../../ui/Code.module.css';
import { highlightLines } from '../compare/highlight-lines.ts';
import styles from './DiffText.module.css';
import { type DiffLine, diffLines } from './diff-lines.ts';

const SIGNS: Record<DiffLine['kind'], string> = { file: '', gap: '', same: ' ', gone: '−', new: '+' };
const HEARD: Record<DiffLine['kind'], string> = { file: '', gap: '', same: '', gone: 'instead of: ', new: 'stands: ' };

/** A small unified diff, read only. */
export const DiffText = memo(function DiffText({ diff }: { diff: string }) {
  return (
    <div className={`${styles.diff} ${code.code}`}>
      {diffLines(diff).map((line) => (
        <div key={line.key} className={styles.line} data-kind={line.kind}>
          <span className={styles.number} aria-hidden="true">
            {line.line}
          </span>
          <span className={styles.sign} aria-hidden="true">
            {SIGNS[line.kind]}
          </span>
          {HEARD[line.kind] ? <span className="only-heard">{HEARD[line.kind]}</span> : null}
          <code className={styles.code}>{isCode(line) ? highlighted(line.text) : line.text}</code>
        </div>
      ))}
    </div>
  );
});

function isCode({ kind }: DiffLine): boolean {
  return kind !== 'file' && kind !== 'gap';
}

function highlighted(text: string) {
  const [children = []] = highlightLines(text, 'typescript');
  return toJsxRuntime({ type: 'root', children }, { Fragment, jsx, jsxs });
}
