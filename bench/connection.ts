import { connect } from 'node:net';
import type { Socket } from 'node:net';
import type { Answer, Call, Site } from './platform.ts';

/**
 * One kept-alive HTTP/1.1 connection with one call in flight.
 *
 * It is our own because the driver shares two cores with what it measures: node:http spends as much on asking as a
 * bare Fastify on answering. It understands what servers here send: Content-Length or chunks, nothing else.
 */
export class Connection {
  readonly #site: Site;
  #socket: Socket | undefined;
  #received = '';
  #settle: { done: (answer: Answer) => void; failed: (error: Error) => void } | undefined;

  constructor(site: Site) {
    this.#site = site;
  }

  call(call: Call): Promise<Answer> {
    const socket = (this.#socket ??= this.#open());
    return new Promise((done, failed) => {
      this.#settle = { done, failed };
      socket.write(this.#textOf(call));
    });
  }

  close(): void {
    this.#socket?.destroy();
    this.#socket = undefined;
  }

  #open(): Socket {
    const socket = connect({ host: this.#site.host, port: this.#site.port, noDelay: true });
    // Latin-1 keeps one character for each byte, so that lengths can be compared; bodies are decoded when complete.
    socket.setEncoding('latin1');
    socket.on('data', (piece: string) => this.#take(piece));
    socket.on('error', (error) => this.#fail(error));
    socket.on('close', () => this.#fail(new Error('the server closed the connection')));
    return socket;
  }

  #textOf({ method, path, body, headers = {} }: Call): string {
    const extra = Object.entries(headers)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('');
    const head = `${method} ${path} HTTP/1.1\r\nhost: ${this.#site.name}\r\n${extra}`;
    if (body === undefined) return `${head}\r\n`;
    const json = JSON.stringify(body);
    return `${head}content-type: application/json\r\ncontent-length: ${Buffer.byteLength(json)}\r\n\r\n${json}`;
  }

  #take(piece: string): void {
    this.#received += piece;
    const answer = readAnswer(this.#received);
    if (!answer) return;
    this.#received = '';
    const settle = this.#settle;
    this.#settle = undefined;
    if (/\r\nconnection: close/i.test(answer.headers)) this.close();
    settle?.done(answer);
  }

  #fail(error: Error): void {
    this.close();
    this.#received = '';
    this.#settle?.failed(error);
    this.#settle = undefined;
  }
}

/** Shape: undefined while the answer is still incomplete. */
function readAnswer(received: string): Answer | undefined {
  const headEnd = received.indexOf('\r\n\r\n');
  if (headEnd < 0) return undefined;
  const headers = received.slice(0, headEnd);
  const status = Number(headers.slice(9, 12));
  const start = headEnd + 4;
  if (status === 204 || status === 304) return { status, headers, body: '' };
  const length = /\r\ncontent-length: (\d+)/i.exec(headers)?.[1];
  if (length !== undefined) {
    const end = start + Number(length);
    return received.length < end ? undefined : { status, headers, body: received.slice(start, end) };
  }
  if (!received.endsWith('0\r\n\r\n')) return undefined;
  return { status, headers, body: joinChunks(received, start) };
}

function joinChunks(received: string, start: number): string {
  let body = '';
  for (let at = start; ;) {
    const lineEnd = received.indexOf('\r\n', at);
    const size = Number.parseInt(received.slice(at, lineEnd), 16);
    if (!(size > 0)) return body;
    body += received.slice(lineEnd + 2, lineEnd + 2 + size);
    at = lineEnd + 2 + size + 2;
  }
}

/** The body of an answer as the text it is. */
export const textOf = (answer: Answer): string => Buffer.from(answer.body, 'latin1').toString('utf8');
