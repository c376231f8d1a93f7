import { lookup as resolve } from 'node:dns';
import { isIP } from 'node:net';
import type { LookupFunction } from 'node:net';
import { createTransport } from 'nodemailer';
import type { SendMailOptions } from 'nodemailer';
import { Agent, errors, request } from 'undici';
import type { Dispatcher } from 'undici';
import { isMetadataAddress, isPrivateAddress } from './egress-host.ts';
import { openGate } from './egress-guard.ts';

/**
 * The only door out of the building: a connection to another company is opened here or nowhere. An architecture check
 * forbids it everywhere else, and `closeTheDoors` makes it fail in a running process.
 *
 * Whoever calls these has asked `check` and has written the ledger: see egress-send.ts.
 */

/** What came back over the wire. */
export type Reply =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Buffer;
    }
  | { readonly kind: 'unreachable'; readonly code: string };

interface Call {
  readonly url: URL;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Only where the agreement names an address in our own network. */
  readonly reachesPrivate: boolean;
  /** Units: bytes. */
  readonly mostBytes: number;
  /** Units: milliseconds, for connecting and for each wait on the answer. */
  readonly patienceMs: number;
}

/** Makes one HTTP request, follows no redirect, and takes no more than it was told to. */
export async function callOut(call: Call): Promise<Reply> {
  const literal = call.url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) !== 0 && !mayReachAddress(literal, call.reachesPrivate))
    return { kind: 'unreachable', code: 'private-address' };
  const agent = new Agent({
    connect: { lookup: carefulLookup(call.reachesPrivate), timeout: call.patienceMs },
    headersTimeout: call.patienceMs,
    bodyTimeout: call.patienceMs,
    pipelining: 0,
  });
  try {
    return await openGate(() => ask(agent, call));
  } catch (error) {
    return { kind: 'unreachable', code: codeOf(error) };
  } finally {
    await agent.destroy();
  }
}

async function ask(agent: Dispatcher, call: Call): Promise<Reply> {
  const { url, method, headers, body, mostBytes } = call;
  const answer = await request(url, {
    dispatcher: agent,
    method,
    headers: { 'user-agent': 'Kontor', ...headers },
    ...(body !== undefined && { body }),
  });
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer.body as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > mostBytes) return { kind: 'unreachable', code: 'too-large' };
    chunks.push(chunk);
  }
  const flat = Object.entries(answer.headers).map(
    ([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')] as const,
  );
  return {
    kind: 'answered',
    status: answer.statusCode,
    headers: Object.fromEntries(flat),
    body: Buffer.concat(chunks),
  };
}

/** A name is judged by the addresses it leads to, and the very address that was judged is the one connected to. */
const carefulLookup =
  (reachesPrivate: boolean): LookupFunction =>
  (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '');
      const [first] = found;
      if (!first || found.some(({ address }) => !mayReachAddress(address, reachesPrivate)))
        return callback(Object.assign(new Error('a private address'), { code: 'private-address' }), '');
      return options.all === true ? callback(null, found) : callback(null, first.address, first.family);
    });
  };

const mayReachAddress = (address: string, reachesPrivate: boolean): boolean =>
  !isMetadataAddress(address) && (reachesPrivate || !isPrivateAddress(address));

function codeOf(error: unknown): string {
  if (error instanceof errors.UndiciError) return error.code.toLowerCase().replaceAll('_', '-');
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code.toLowerCase() : 'unreachable';
}

/** A connection to the mail server of the settings. */
export interface MailDoor {
  send(message: SendMailOptions): Promise<void>;
}

export function mailDoor(smtpUrl: string): MailDoor {
  const transport = createTransport({
    url: smtpUrl,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as Parameters<typeof createTransport>[0]);
  return {
    async send(message) {
      await openGate(() => transport.sendMail(message));
    },
  };
}
