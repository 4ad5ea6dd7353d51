import { buildApp } from './app.ts';
import { readConfig } from './config.ts';

const config = readConfig(process.env);
const app = await buildApp({ config });
const address = await app.listen({ port: config.PORT, host: config.HOST });
console.log(`Listening at ${address}`);
