import { useEffect, useState } from 'react';
import type { Finding } from '../../core/plan/finding.ts';

const NONE: Finding[] = [];

/** The advice about a plan, none for an empty text. Its rules are fetched when there is a plan: the editor waits for none of them. */
export function usePlanFindings(text: string): Finding[] {
  const [findings, setFindings] = useState(NONE);
  useEffect(() => {
    let current = true;
    if (text === '') setFindings(NONE);
    else void import('./plan-findings.ts').then(({ findingsOf }) => current && setFindings(findingsOf(text)));
    return () => {
      current = false;
    };
  }, [text]);
  return findings;
}
