import { AsyncLocalStorage } from 'node:async_hooks';
import { Socket as Datagrams } from 'node:dgram';
import { Socket } from 'node:net';
import { Dispatcher, setGlobalDispatcher } from 'undici';
import type { Settings } from '#kernel/settings.ts';

/** A machine that the operator's own settings name: part of the house, no company that gets data. */
interface Infrastructure {
  readonly host: string | RegExp;
  readonly port: number;
  readonly because: string;
}

const throughGate = new AsyncLocalStorage<true>();

/** Lets connections out that are made while `run` runs, and only those. Used by egress.ts alone. */
export const openGate = <T>(run: () => Promise<T>): Promise<T> => throughGate.run(true, run);

/** What the settings name as the operator's own: databases, and the key service. */
export function infrastructureOf(
  settings: Pick<Settings, 'databaseUrl' | 'keystoreUrl' | 'kmsKeyId'>,
): Infrastructure[] {
  const databases = [settings.databaseUrl, settings.keystoreUrl].flatMap((text) => {
    if (text === undefined) return [];
    const { hostname, port } = new URL(text);
    return [{ host: bare(hostname), port: Number(port || 5432), because: 'the database' }];
  });
  if (!settings.kmsKeyId) return databases;
  return [
    ...databases,
    { host: /^(kms|sts)(\.[a-z0-9-]+)?\.amazonaws\.com(\.cn)?$/, port: 443, because: 'the key service' },
    { host: /^169\.254\.(169\.254|170\.2)$/, port: 80, because: "the key service's credentials" },
  ];
}

class ClosedDoor extends Error {
  readonly code = 'EGATECLOSED';
  constructor(host: string, port: number) {
    super(`a connection to ${host}:${port} was opened outside of the gate; it was refused`);
    this.name = 'ClosedDoor';
  }
}

/** Refuses whatever asks undici, and so `fetch`, without an agent of the gate's own. */
class RefusingDispatcher extends Dispatcher {
  override dispatch(options: Dispatcher.DispatchOptions): boolean {
    const { hostname, port } = new URL(String(options.origin ?? 'http://unknown'));
    throw new ClosedDoor(hostname, Number(port || 443));
  }
  override close(): Promise<void> {
    return Promise.resolve();
  }
  override destroy(): Promise<void> {
    return Promise.resolve();
  }
}

/**
 * Closes every door of this process but the gate: from now on a connection to anywhere fails, unless egress.ts opens it
 * or the operator's settings name the machine. Sockets of this machine's own file system stay open.
 *
 * Shape: opens everything again, for tests. Source: privacy.md C7, "only the egress worker has outbound network".
 */
export function closeTheDoors(infrastructure: readonly Infrastructure[]): () => void {
  const mayConnect = (host: string, port: number): boolean =>
    throughGate.getStore() === true ||
    infrastructure.some(
      (one) => one.port === port && (typeof one.host === 'string' ? one.host === host : one.host.test(host)),
    );
  const connect = Reflect.get(Socket.prototype, 'connect') as Socket['connect'];
  const send = Reflect.get(Datagrams.prototype, 'send') as Datagrams['send'];
  const connectDatagrams = Reflect.get(Datagrams.prototype, 'connect') as Datagrams['connect'];
  Socket.prototype.connect = function guarded(this: Socket, ...asked: unknown[]): Socket {
    const place = placeIn(asked);
    if (place === 'here' || mayConnect(place.host, place.port)) return Reflect.apply(connect, this, asked);
    process.nextTick(() => this.destroy(new ClosedDoor(place.host, place.port)));
    return this;
  } as typeof connect;
  const refuseDatagrams = (): never => {
    throw new ClosedDoor('a datagram', 0);
  };
  Datagrams.prototype.send = refuseDatagrams;
  Datagrams.prototype.connect = refuseDatagrams;
  setGlobalDispatcher(new RefusingDispatcher());
  return () => {
    Socket.prototype.connect = connect;
    Datagrams.prototype.send = send;
    Datagrams.prototype.connect = connectDatagrams;
  };
}

const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '');

interface Asked {
  readonly host?: unknown;
  readonly port?: unknown;
  readonly path?: unknown;
}

/** Where a call of `connect` wants to go: node's own callers hand over their arguments in an array. */
function placeIn(asked: readonly unknown[]): 'here' | { readonly host: string; readonly port: number } {
  const [first, second] = Array.isArray(asked[0]) ? (asked[0] as unknown[]) : asked;
  if (typeof first === 'object' && first !== null) {
    const { host, port, path } = first as Asked;
    if (typeof path === 'string' && port === undefined) return 'here';
    return { host: typeof host === 'string' ? bare(host) : 'localhost', port: Number(port) };
  }
  if (typeof first === 'string' && Number.isNaN(Number(first))) return 'here';
  return { host: typeof second === 'string' ? bare(second) : 'localhost', port: Number(first) };
}
