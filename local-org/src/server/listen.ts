/** The server: loopback only, one handler for everything, and the pump beside it. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Org } from '../org/org.ts';
import type { Answer } from './answer.ts';
import { createHandler } from './handler.ts';
import { isOurs, protection } from './guard.ts';
import { startPump } from './pump.ts';
import type { Pages } from './route.ts';

export interface ServerOptions {
  /** 0 = any that is free. */
  readonly port: number;
  readonly pages?: Pages;
  /** Failures that are nobody's Apex. */
  readonly report?: (error: unknown) => void;
}

export interface RunningServer {
  readonly port: number;
  readonly url: string;
  close(): Promise<void>;
}

const NO_PAGES: Pages = { links: [], routes: [] };

export async function startServer(
  org: Org,
  { port: wanted, pages = NO_PAGES, report = () => undefined }: ServerOptions,
): Promise<RunningServer> {
  const pump = startPump(org, report);
  let port = wanted;
  let handle: ReturnType<typeof createHandler> | null = null;

  const serve = (request: IncomingMessage, response: ServerResponse): void => {
    const answering = async (): Promise<void> => {
      if (!handle || !isOurs(request.headers.host, port))
        return send(response, {
          status: 403,
          headers: { 'content-type': 'text/plain' },
          body: 'This server answers to localhost alone.\n',
        });
      const answer = await handle(request);
      pump.wake();
      await send(response, answer);
    };
    answering().catch((error: unknown) => {
      report(error);
      response.destroy();
    });
  };

  const servers: Server[] = [];
  try {
    const first = await listening(createServer(serve), '127.0.0.1', port);
    servers.push(first);
    port = (first.address() as AddressInfo).port;
    handle = createHandler(org, port, pages, report);
    // Browsers try ::1 first for `localhost`: whoever else sat there would get our visitors.
    if (await hasIpv6()) servers.push(await listening(createServer(serve), '::1', port));
  } catch (error) {
    pump.stop();
    await Promise.all(servers.map(closed));
    throw error;
  }
  return {
    port,
    url: `http://localhost:${port}`,
    close: async () => {
      pump.stop();
      await Promise.all(servers.map(closed));
    },
  };
}

function listening(server: Server, host: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => resolve(server));
  });
}

async function hasIpv6(): Promise<boolean> {
  try {
    await closed(await listening(createServer(), '::1', 0));
    return true;
  } catch {
    return false;
  }
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function send(response: ServerResponse, { status, headers, body }: Answer): Promise<void> {
  response.writeHead(status, { ...protection, ...headers });
  if (typeof body === 'string' || body instanceof Uint8Array) {
    response.end(body);
    return;
  }
  for await (const portion of body) {
    if (response.destroyed) return;
    if (!response.write(portion)) await new Promise((resolve) => response.once('drain', resolve).once('close', resolve));
    await new Promise((resolve) => setImmediate(resolve));
  }
  response.end();
}
