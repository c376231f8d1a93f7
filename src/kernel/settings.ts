import { resolve } from 'node:path';

/** Every setting of the house, read in this one place. Wrong values are refused with the name of the variable. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly metricsPort: number;
  readonly publicUrl: string | undefined;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly keystoreUrl: string | undefined;
  /** Password of the role kontor_runtime; derived from the installation's secret unless told. */
  readonly runtimePassword: string | undefined;
  readonly rootKey: string | undefined;
  readonly kmsKeyId: string | undefined;
  readonly smtpUrl: string | undefined;
  /** Where the shops' own addresses take mail in, behind the operator's mail exchanger; 0 takes a free port, undefined none. */
  readonly inboxSmtpPort: number | undefined;
  /** A mailbox that is fetched instead: imaps://user:password@host/INBOX. */
  readonly inboxImapUrl: string | undefined;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** Behind a load balancer that sets X-Forwarded-*. */
  readonly trustProxy: boolean;
  /** Demo tenants and the test card exist only here and in tests. */
  readonly demo: boolean;
}

export class SettingError extends Error {
  readonly variable: string;
  constructor(variable: string, says: string) {
    super(`${variable}: ${says}`);
    this.name = 'SettingError';
    this.variable = variable;
  }
}

type Env = Readonly<Record<string, string | undefined>>;

function wholeNumber(env: Env, name: string, fallback: number): number {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65535)
    throw new SettingError(name, `must be a port between 0 and 65535, not "${text}"`);
  return value;
}

function url(env: Env, name: string, protocols: readonly string[]): string | undefined {
  const text = env[name];
  if (text === undefined || text === '') return undefined;
  const parsed = URL.canParse(text) ? new URL(text) : undefined;
  if (!parsed || !protocols.includes(parsed.protocol))
    throw new SettingError(name, `must be a URL starting with ${protocols.join(' or ')}`);
  return text;
}

/** A mailbox without a name and a password cannot be opened, and is better refused before anything starts. */
function imapUrl(env: Env): string | undefined {
  const text = url(env, 'INBOX_IMAP_URL', ['imap:', 'imaps:']);
  if (text === undefined) return undefined;
  if (env['INBOX_SMTP_PORT'])
    throw new SettingError('INBOX_IMAP_URL', 'set either INBOX_IMAP_URL or INBOX_SMTP_PORT, not both');
  const { username, password } = new URL(text);
  if (!username || !password)
    throw new SettingError(
      'INBOX_IMAP_URL',
      'must name a user and a password: imaps://user:password@host/INBOX',
    );
  return text;
}

function oneOf<const Value extends string>(
  env: Env,
  name: string,
  values: readonly Value[],
  fallback: Value,
): Value {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  const found = values.find((value) => value === text);
  if (found === undefined) throw new SettingError(name, `must be one of ${values.join(', ')}, not "${text}"`);
  return found;
}

const flag = (env: Env, name: string, fallback: boolean): boolean =>
  oneOf(env, name, ['true', 'false', '1', '0'], fallback ? 'true' : 'false') in { true: 1, '1': 1 };

/** Reads the settings from the environment. Throws SettingError, which names the variable and never shows a secret. */
export function readSettings(env: Env): Settings {
  const port = wholeNumber(env, 'PORT', 3000);
  if (env['ROOT_KEY'] && env['AWS_KMS_KEY_ID'])
    throw new SettingError('ROOT_KEY', 'set either ROOT_KEY or AWS_KMS_KEY_ID, not both');
  if (env['ROOT_KEY'] && Buffer.from(env['ROOT_KEY'], 'base64').length !== 32)
    throw new SettingError('ROOT_KEY', 'must be 32 bytes in base64');
  return {
    port,
    host: env['HOST'] || '127.0.0.1',
    metricsPort: wholeNumber(env, 'METRICS_PORT', port === 0 ? 0 : Math.min(port + 6464, 65535)),
    publicUrl: url(env, 'PUBLIC_URL', ['http:', 'https:']),
    dataDir: resolve(env['KONTOR_DATA'] || 'data'),
    databaseUrl: url(env, 'DATABASE_URL', ['postgres:', 'postgresql:']),
    keystoreUrl: url(env, 'KEYSTORE_URL', ['postgres:', 'postgresql:']),
    runtimePassword: env['RUNTIME_PASSWORD'] || undefined,
    rootKey: env['ROOT_KEY'] || undefined,
    kmsKeyId: env['AWS_KMS_KEY_ID'] || undefined,
    smtpUrl: url(env, 'SMTP_URL', ['smtp:', 'smtps:']),
    inboxSmtpPort: env['INBOX_SMTP_PORT'] ? wholeNumber(env, 'INBOX_SMTP_PORT', 0) : undefined,
    inboxImapUrl: imapUrl(env),
    logLevel: oneOf(env, 'LOG_LEVEL', ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'info'),
    trustProxy: flag(env, 'TRUST_PROXY', false),
    demo: flag(env, 'KONTOR_DEMO', !env['DATABASE_URL']),
  };
}
