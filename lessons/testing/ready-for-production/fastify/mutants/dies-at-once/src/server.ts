import { buildApp } from './app.ts';
import { type Config, readConfig } from './config.ts';

/** How long what is under way may take when the server is asked to end. */
const PATIENCE_MS = 10_000;

const config = configOrEnd();
const app = await buildApp({ config });

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    process.exit(PATIENCE_MS > 0 ? 0 : 1);
  });
}

const address = await app.listen({ port: config.PORT, host: config.HOST });
console.log(`Listening at ${address}`);

/** Whoever starts the server reads a sentence, and no stack. */
function configOrEnd(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
