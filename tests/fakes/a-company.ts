import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { TestContext } from 'node:test';

/** `ok` answers what it is told to; `busy` 503; `slow` never; `refuse` hangs up before a byte is read. */
export type Mood = 'ok' | 'busy' | 'slow' | 'refuse';

export interface Heard {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface Company {
  /** How a register writes it. */
  readonly host: string;
  readonly url: string;
  /** Every request that was read to its end, in order. */
  readonly heard: readonly Heard[];
  /** Every byte that ever arrived, requests that were cut off too. */
  bytes(): Buffer;
  be(mood: Mood): void;
  /** What it answers while it is `ok`. */
  answerWith(answer: {
    readonly status?: number;
    readonly type?: string;
    readonly body?: string | Buffer;
    readonly headers?: Readonly<Record<string, string>>;
  }): void;
}

/** Another company: a small HTTP server on this machine that remembers every byte that it gets. */
export async function aCompany(t: TestContext): Promise<Company> {
  const heard: Heard[] = [];
  const chunks: Buffer[] = [];
  const sockets = new Set<Socket>();
  let mood: Mood = 'ok';
  let answer: Parameters<Company['answerWith']>[0] = {};

  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      heard.push({ method, path: url, headers, body: Buffer.concat(parts).toString() });
      if (mood === 'slow') return;
      const { status = 200, type = 'application/json', body = '{}', headers: more = {} } = answer;
      response.writeHead(mood === 'busy' ? 503 : status, { 'content-type': type, ...more });
      response.end(mood === 'busy' ? 'not now' : body);
    });
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    if (mood === 'refuse') {
      socket.destroy();
      return;
    }
    // Node's parser takes bytes from under the stream: listening for `data` as well makes them pass by here.
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
  });
  const { port } = server.address() as AddressInfo;
  return {
    host: `http://127.0.0.1:${port}`,
    url: `http://127.0.0.1:${port}/`,
    heard,
    bytes: () => Buffer.concat(chunks),
    be: (next) => void (mood = next),
    answerWith: (next) => void (answer = next),
  };
}
