import type { WorkspaceFile } from '../../contract/session.ts';
import type { Certificate } from './certificate.ts';

const CERTIFICATE = 'localhost-cert.pem';
const KEY = 'localhost-key.pem';

/** The certificate as files of a lab, and the variables that name them: from the folder in which the process runs. */
export function certificateFiles({ certificate, key }: Certificate): {
  files: WorkspaceFile[];
  env: Record<string, string>;
} {
  return {
    files: [
      { path: CERTIFICATE, text: certificate },
      { path: KEY, text: key },
    ],
    env: { TLS_CERT_FILE: `.lab/${CERTIFICATE}`, TLS_KEY_FILE: `.lab/${KEY}` },
  };
}
