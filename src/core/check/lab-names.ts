import type { Lab } from '../../contract/lab.ts';

/** The variables that a lesson's lab gives to its checks, as in `{{env.NAME}}`. */
export function labNames(lab: Lab): string[] {
  return [
    ...(lab.database ? ['DATABASE_FILE'] : []),
    ...(lab.tls ? ['TLS_CERT_FILE', 'TLS_KEY_FILE'] : []),
    ...(lab.authorization ? ['OAUTH_ISSUER', 'OAUTH_AUDIENCE', 'OAUTH_CLIENT_ID', 'OAUTH_CLIENT_SECRET'] : []),
    ...(lab.origins ? ['FRONTEND_ORIGIN', 'STRANGER_ORIGIN'] : []),
    ...lab.secrets,
    ...Object.keys(lab.env),
  ];
}
