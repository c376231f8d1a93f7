import type { Settings } from '#kernel/settings.ts';

/** Something about how this installation is set up. What stops keeps it from serving. */
interface Concern {
  readonly level: 'stops' | 'fault' | 'warning';
  readonly says: string;
}

const leastSecretLength = 12;
const guessable = /^(?:password|passwort|postgres|kontor|admin|root|secret|changeme|letmein|\d+|(.)\1*)\d*$/i;
const isWeak = (secret: string): boolean => secret.length < leastSecretLength || guessable.test(secret);

/** Whether a host is this machine: loopback, or a socket. */
const isHere = (host: string): boolean =>
  host === '' ||
  host === 'localhost' ||
  host === '::1' ||
  host === '[::1]' ||
  host.startsWith('127.') ||
  host.startsWith('/');

/**
 * What is wrong with the settings themselves: secrets that can be guessed, a door that is open to everybody on the
 * network, connections that can be read on their way.
 *
 * Source: clauses K7-28, KC-4; GDPR art. 32(1).
 */
export function postureOf(settings: Settings): Concern[] {
  return [...secrets(settings), ...door(settings), ...connections(settings)];
}

function secrets({ rootKey, runtimePassword, databaseUrl, keystoreUrl }: Settings): Concern[] {
  const concerns: Concern[] = [];
  if (rootKey && new Set(Buffer.from(rootKey, 'base64')).size < 12)
    concerns.push({
      level: 'stops',
      says: 'ROOT_KEY can be guessed: it must be random, as from "openssl rand -base64 32"',
    });
  if (runtimePassword !== undefined && isWeak(runtimePassword))
    concerns.push({
      level: 'stops',
      says: `RUNTIME_PASSWORD can be guessed: leave it away, or take at least ${leastSecretLength} random characters`,
    });
  for (const [name, url] of urls(databaseUrl, keystoreUrl)) {
    if (isHere(url.hostname) || !isWeak(decodeURIComponent(url.password))) continue;
    concerns.push({
      level: 'stops',
      says: `the password in ${name} can be guessed: take at least ${leastSecretLength} random characters`,
    });
  }
  return concerns;
}

/** Where everybody on the network can knock, passwords must not travel in the clear, and no demo may stand open. */
function door({ host, publicUrl, trustProxy, demo }: Settings): Concern[] {
  const isHttps = (publicUrl ?? '').startsWith('https:');
  const concerns: Concern[] = [];
  if (!isHere(host) && !isHttps)
    concerns.push({
      level: 'stops',
      says: 'the dashboard would be open to the network without encryption: set PUBLIC_URL to its https address and put a server that ends TLS before it, or let HOST be 127.0.0.1',
    });
  if (isHttps && !trustProxy)
    concerns.push({
      level: 'warning',
      says: 'PUBLIC_URL is https and TRUST_PROXY is not set: plain requests cannot be told apart, so they are not sent on to https',
    });
  if (isHttps && demo)
    concerns.push({
      level: 'warning',
      says: 'demo shops and the test card are switched on at a public address: set KONTOR_DEMO=false',
    });
  return concerns;
}

/** A database on another machine is reached encrypted, or whoever is between reads everything but what is sealed. */
function connections({ databaseUrl, keystoreUrl, smtpUrl }: Settings): Concern[] {
  const concerns: Concern[] = urls(databaseUrl, keystoreUrl)
    .filter(
      ([, url]) =>
        !isHere(url.hostname) &&
        !/^(?:require|verify-ca|verify-full)$/.test(url.searchParams.get('sslmode') ?? ''),
    )
    .map(([name]) => ({
      level: 'fault',
      says: `${name} names another machine without TLS: add sslmode=verify-full`,
    }));
  if (smtpUrl) {
    const url = new URL(smtpUrl);
    if (url.protocol === 'smtp:' && !isHere(url.hostname) && url.searchParams.get('requireTLS') !== 'true')
      concerns.push({
        level: 'warning',
        says: 'SMTP_URL does not insist on TLS: take smtps: or add requireTLS=true',
      });
  }
  return concerns;
}

const urls = (databaseUrl: string | undefined, keystoreUrl: string | undefined): [string, URL][] =>
  (
    [
      ['DATABASE_URL', databaseUrl],
      ['KEYSTORE_URL', keystoreUrl],
    ] as const
  ).flatMap(([name, text]) => (text === undefined ? [] : [[name, new URL(text)]]));
