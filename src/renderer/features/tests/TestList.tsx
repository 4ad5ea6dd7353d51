import { Check, Minus, X } from 'lucide-react';
import type { TestResult } from '../../../contract/test-result.ts';
import { useSession } from '../../app/session-store.ts';
import { formatMs } from '../../ui/format-ms.ts';
import styles from './TestList.module.css';
import { type TestFile, type TestLine, testTree } from './test-tree.ts';

const INDENT = 16;

const STATES = {
  passed: { icon: Check, says: 'passes' },
  failed: { icon: X, says: 'fails' },
  skipped: { icon: Minus, says: 'skipped' },
} as const;

/** Tests below their suites, by file. Each opens its line. */
export function TestList({ tests }: { tests: readonly TestResult[] }) {
  return testTree(tests).map((file) => <FileTests key={file.path} file={file} />);
}

function FileTests({ file }: { file: TestFile }) {
  return (
    <>
      <h3 className={styles.file}>{file.path}</h3>
      <ul className={styles.list} aria-label={`Tests in ${file.path}`}>
        {file.lines.map((line) => (
          <li key={line.key} style={{ paddingLeft: line.depth * INDENT }}>
            {line.test ? <Row line={line} test={line.test} /> : <span className={styles.suite}>{line.name}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

function Row({ line, test }: { line: TestLine; test: TestResult }) {
  const openFile = useSession((s) => s.openFile);
  const { icon: Icon, says } = STATES[test.status];
  return (
    <button
      type="button"
      className={styles.row}
      data-status={test.status}
      onClick={() => openFile(test.file, test.line)}
    >
      <Icon aria-hidden="true" className={styles.icon} />
      <span className={styles.name}>{line.name}</span>
      <span className="only-heard">{says}</span>
      <span className={styles.ms}>{test.status === 'skipped' ? 'skipped' : formatMs(test.ms)}</span>
      {test.message ? <span className={styles.message}>{test.message.trim()}</span> : null}
    </button>
  );
}
