import { z } from 'zod';

const Named = z.array(z.object({ name: z.string(), version: z.string() }));
const Report = z.union([
  z.object({ invalid: Named, missing: Named }),
  z.object({ error: z.object({ code: z.string().nullish(), summary: z.string() }) }),
]);

/** What is known of the signatures: all are right, some are wrong, or nobody could be asked. */
export type Judgement = { state: 'right' } | { state: 'wrong'; lines: string[] } | { state: 'unasked'; why: string };

/** Codes of npm and Node for an address that gives no answer, or that answers something else than what was asked for. */
const NO_ANSWER = [
  /^(?:ENOTFOUND|EAI_AGAIN|ECONN\w+|E\w*TIMEDOUT|ENETUNREACH|EHOSTUNREACH|EPIPE|FETCH_ERROR|ENOTCACHED)$/,
  /^(?:E[45]\d\d|ERR_SOCKET_TIMEOUT|\w*CERT\w*)$/,
];
/** npm's words for a server of keys that refuses, and for a registry that signs nothing. */
const NO_KEYS = /^Failed to download$|installed from a supported registry/;

/**
 * Reads what `npm audit signatures --json` printed. Only an address that gives no answer, or a registry that signs
 * nothing, is an excuse: everything else that npm cannot do is wrong.
 * @param stdout one JSON document
 */
export function judgeSignatures(stdout: string): Judgement {
  const report = Report.safeParse(json(stdout));
  if (!report.success) return { state: 'wrong', lines: ['npm audit signatures gave no report.'] };
  if ('error' in report.data) {
    const { code, summary } = report.data.error;
    if (NO_ANSWER.some((codes) => codes.test(code ?? '')) || NO_KEYS.test(summary))
      return { state: 'unasked', why: summary };
    return { state: 'wrong', lines: [`npm audit signatures: ${[code, summary].filter(Boolean).join(' ')}`] };
  }
  const { invalid, missing } = report.data;
  const lines = [
    ...invalid.map(({ name, version }) => `${name} ${version} is not what its publisher signed.`),
    ...missing.map(({ name, version }) => `${name} ${version} has no signature, and its registry signs packages.`),
  ];
  return lines.length === 0 ? { state: 'right' } : { state: 'wrong', lines };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
