import { generate } from 'selfsigned';

/** PEM. `ca` signed `certificate`, for which `key` is the private key. */
export type Certificate = { ca: string; certificate: string; key: string };

const DAY_MS = 24 * 60 * 60 * 1000;
const MADE_WITH = { keyType: 'ec', curve: 'P-256', algorithm: 'sha256' } as const;

/**
 * Makes an authority and a certificate for localhost and 127.0.0.1, valid for a week around now: long for a session, and
 * a machine's clock may be off. The authority's key is forgotten, so nobody can sign anything else with it.
 */
export async function makeCertificate(): Promise<Certificate> {
  const dates = { notBeforeDate: new Date(Date.now() - DAY_MS), notAfterDate: new Date(Date.now() + 6 * DAY_MS) };
  const authority = await generate([{ name: 'commonName', value: 'Routewright practice authority' }], {
    ...MADE_WITH,
    ...dates,
    extensions: [
      { name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    ...MADE_WITH,
    ...dates,
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { ca: authority.cert, certificate: made.cert, key: made.private };
}
