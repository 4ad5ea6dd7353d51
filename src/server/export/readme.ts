import type { WorkspaceFile } from '../../contract/session.ts';

/** Names of the environment variables that these files read, in order of the alphabet. */
export function environmentOf(files: readonly WorkspaceFile[]): string[] {
  const code = files.filter(({ path }) => path.startsWith('src/'));
  const names = code.flatMap(({ text }) => [
    ...[...text.matchAll(/process\.env\.([A-Z][A-Z0-9_]*)/g)].map((match) => match[1] ?? ''),
    ...[...text.matchAll(/\{([^{}]*)\}\s*=\s*process\.env\b/g)].flatMap(([, names = '']) =>
      names.split(',').map((name) => /^\s*([A-Z][A-Z0-9_]*)/.exec(name)?.[1] ?? ''),
    ),
    ...[...text.matchAll(/process\.env\[['"]([A-Z][A-Z0-9_]*)['"]\]/g)].map((match) => match[1] ?? ''),
  ]);
  return [...new Set(names)].filter((name) => name !== '').toSorted();
}

/** The README of an exported project. */
export function readme({ title, entry }: { title: string; entry: string }, environment: readonly string[]): string {
  return `# ${title}

An HTTP API in TypeScript, built with Fastify. Node 24 or newer runs it as it is; there is no build step.

\`\`\`sh
npm ci
npm test          # the tests
npm start         # http://127.0.0.1:3000
npm run dev       # the same, started again with each change
npm run types     # the type check
\`\`\`

| What | Where |
|---|---|
| The API | \`${entry}\` exports \`buildApp\`, which does not listen; \`src/server.ts\` does |
| Its description | \`openapi.json\` |
| What was planned | \`plan.yaml\` |
| Tests | \`test/\` |
| CI | \`.github/workflows/ci.yml\` |
| A container | \`Containerfile\` or \`Dockerfile\`: \`docker build -f Containerfile -t library .\` |
${environmentTable(environment)}`;
}

function environmentTable(names: readonly string[]): string {
  if (names.length === 0) return '';
  const rows = names.map((name) => `| \`${name}\` | ${MEANINGS[name] ?? 'see the code'} |`);
  return ['', '## Environment', '', '| Variable | Meaning |', '|---|---|', ...rows, ''].join('\n');
}

const MEANINGS: Record<string, string> = {
  PORT: 'port to listen on; 3000 when it is not set',
  HOST: 'address to listen on; 127.0.0.1 when it is not set, 0.0.0.0 in a container',
  DATABASE_FILE: 'file of the SQLite database; in memory when it is not set',
  TLS_CERT_FILE: 'certificate in PEM; plain HTTP when it is not set',
  TLS_KEY_FILE: 'private key in PEM',
  OAUTH_ISSUER: 'address of the authorization server',
  OAUTH_AUDIENCE: 'the audience that access tokens must name',
  FRONTEND_ORIGIN: 'origin of the front end that may call the API from a browser',
  LOG_LEVEL: 'how much is logged: error, warn, info, debug',
};
