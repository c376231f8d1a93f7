import { join } from 'node:path';
import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';
import { openDatabase } from '#kernel/database.ts';
import { folderStore } from '#kernel/files.ts';
import type { House } from '#kernel/house.ts';
import type { TenantId } from '#kernel/ids.ts';
import type { Settings } from '#kernel/settings.ts';
import {
  environmentRootKey,
  fileRootKey,
  kmsRootKey,
  openKeystore,
  recordAudit,
} from '#modules/privacy/index.ts';
import type { Keystore, RootKey } from '#modules/privacy/index.ts';
import { appendJournal, journalOf } from './backup/erasure-journal.ts';

export interface BuiltHouse extends House {
  readonly keystore: Keystore;
  /** Lets the relay of this process be woken; without one, facts wait for a worker elsewhere. */
  onWake(listener: (tenant: TenantId) => void): void;
  close(): Promise<void>;
}

/** The root key as the settings say: a KMS key, the environment, or a file of mode 600 under the data folder. */
export function rootKeyOf(settings: Settings): Promise<RootKey> {
  if (settings.kmsKeyId) return Promise.resolve(kmsRootKey(settings.kmsKeyId));
  if (settings.rootKey) return Promise.resolve(environmentRootKey(settings.rootKey));
  return fileRootKey(join(settings.dataDir, 'root.key'));
}

/** Puts a process together: the runtime database, the keystore, the files. */
export async function buildHouse(
  settings: Settings,
  urls: { readonly runtimeUrl: string; readonly keystoreUrl: string },
  options: {
    readonly log: Logger;
    readonly rootKey: RootKey;
    readonly clock?: () => Date;
    readonly poolSize?: number;
  },
): Promise<BuiltHouse> {
  const { log } = options;
  const onIdleError = (error: Error): void =>
    log.warn({ err: error }, 'an idle database connection was lost');
  const db = openDatabase(urls.runtimeUrl, { max: options.poolSize ?? 10, onIdleError });
  const keystore = await openKeystore(urls.keystoreUrl, options.rootKey, {
    onIdleError,
    journal: (tenant, erasures) =>
      appendJournal(
        journalOf(settings.dataDir),
        erasures.map((erasure) => ({ tenant, erasure })),
      ),
  });
  const listeners = new Set<(tenant: TenantId) => void>();
  return {
    settings,
    db,
    keys: keystore,
    keystore,
    files: folderStore(join(settings.dataDir, 'files')),
    log,
    clock: options.clock ?? (() => new Date()),
    recordAudit,
    wakeRelay: (tenant) => {
      for (const listener of listeners) listener(tenant);
    },
    onWake: (listener) => void listeners.add(listener),
    close: async () => {
      await db.close();
      await keystore.close();
    },
  };
}

/**
 * A log that cannot tell who somebody is: known personal fields are cut out wherever they appear, and errors of the
 * database keep their code and place but lose the values that they quote.
 */
export function openLog(level: Settings['logLevel'], stream?: DestinationStream): Logger {
  const personal = [
    'email',
    'name',
    'phone',
    'address',
    'password',
    'token',
    'cookie',
    'authorization',
    'ip',
    'to',
    'from',
    'parameters',
    'detail',
    'where',
    'query',
  ];
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: presentError },
    redact: { paths: personal.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), censor: '[cut]' },
  };
  return stream ? pino(options, stream) : pino(options);
}

/** What an error may say: its kind, its code, where it happened. Quoted values may be what somebody typed. */
function presentError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const { code, table, constraint, cause } = error as Error & {
    code?: unknown;
    table?: unknown;
    constraint?: unknown;
  };
  return {
    kind: error.name,
    code,
    table,
    constraint,
    says: error.message.replace(/"[^"]*"|'[^']*'|\([^)]*\)=\([^)]*\)|\S+@\S+/g, '[cut]'),
    at: error.stack
      ?.split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12)
      .map((line) => line.trim()),
    ...(cause !== undefined && { cause: presentError(cause) }),
  };
}
