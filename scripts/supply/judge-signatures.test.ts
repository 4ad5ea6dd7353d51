import { describe, expect, it } from 'vitest';
import { judgeSignatures } from './judge-signatures.ts';

const report = (content: unknown) => judgeSignatures(JSON.stringify(content));
const one = { name: 'a', version: '1.0.0', registry: 'https://registry.example.org/' };

describe('the signatures of packages', () => {
  it('are right when npm names none', () => {
    expect(report({ invalid: [], missing: [] })).toEqual({ state: 'right' });
  });

  it('are wrong when one does not fit, or is missing where the registry signs', () => {
    expect(report({ invalid: [one], missing: [] })).toMatchObject({ state: 'wrong', lines: [expect.any(String)] });
    expect(report({ invalid: [], missing: [one] })).toMatchObject({ state: 'wrong', lines: [expect.any(String)] });
  });

  it('are not judged where nobody answers, or nothing is signed', () => {
    for (const code of ['ENOTFOUND', 'ETIMEDOUT', 'E403', 'E503', 'SELF_SIGNED_CERT_IN_CHAIN'])
      expect(report({ error: { code, summary: 'request failed' } })).toEqual({
        state: 'unasked',
        why: 'request failed',
      });
    const summary = 'found no dependencies to audit that were installed from a supported registry';
    for (const words of [summary, 'Failed to download'])
      expect(report({ error: { code: null, summary: words, detail: '' } }).state).toBe('unasked');
  });

  it('are wrong when npm fails in any other way', () => {
    for (const code of ['EEXPIREDSIGNATUREKEY', 'EINTEGRITY', 'EUSAGE', null])
      expect(report({ error: { code, summary: 'no' } }).state).toBe('wrong');
    expect(report({}).state).toBe('wrong');
    expect(judgeSignatures('').state).toBe('wrong');
  });
});
