import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHandler } from './handler.ts';
import { StartMessage } from './messages.ts';
import { createProvider } from './provider.ts';

/** The authorization server as a process of its own. It ends with the workbench, however that ends. */
process.once('disconnect', () => process.exit());
process.once('message', async (message) => {
  const { key, clientSecret } = StartMessage.parse(message);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  // Cookies do not tell ports apart, but hosts they do: the workbench's own belong to 127.0.0.1.
  const issuer = `http://localhost:${port}`;
  server.on('request', createHandler(issuer, createProvider(issuer, { key, clientSecret })));
  process.send?.({ issuer });
});
