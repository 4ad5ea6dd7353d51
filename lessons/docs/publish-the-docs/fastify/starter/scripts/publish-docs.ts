import { mkdir, writeFile } from 'node:fs/promises';
import { buildApp } from '../src/app.ts';
import { referencePage } from '../src/docs/reference-page.ts';

/** Writes dist/: the document and the reference, for any web server that can serve files. */
const app = await buildApp({ databaseFile: ':memory:' });
await app.ready();
const document = app.swagger();
await app.close();

const dist = new URL('../dist/', import.meta.url);
await mkdir(dist, { recursive: true });
await writeFile(new URL('openapi.json', dist), JSON.stringify(document, null, 2));
await writeFile(new URL('index.html', dist), referencePage(document));
