import type { FastifyRequest } from 'fastify';

/**
 * Whether a request came to the port, and over a protocol, at which the shops answer; the name is looked up elsewhere.
 *
 * Why it is asked: links in mails repeat what the request called us, so whoever asks for a mail to somebody else must not
 * choose where its links lead. Without PUBLIC_URL, as on one's own machine, any port is ours.
 */
export function isPublicDoor(
  { host, protocol }: Pick<FastifyRequest, 'host' | 'protocol'>,
  publicUrl: string | undefined,
): boolean {
  if (protocol !== 'http' && protocol !== 'https') return false;
  if (publicUrl === undefined) return true;
  const asked = `${protocol}://${host}`;
  return URL.canParse(asked) && (new URL(asked).port || '') === new URL(publicUrl).port;
}
