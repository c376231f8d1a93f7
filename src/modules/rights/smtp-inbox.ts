import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import type { Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { mostMailBytes } from './inbound-mail.ts';
import { findTenantByMailbox } from './mailbox.ts';
import { takeMail } from './take-mail.ts';

interface SmtpInbox {
  readonly port: number;
  close(): Promise<void>;
}

const no = (responseCode: number, says: string): Error => Object.assign(new Error(says), { responseCode });

/**
 * Listens for mail to the shops' own addresses, on the port of INBOX_SMTP_PORT, behind the operator's mail exchanger.
 *
 * It relays nothing: an address that is no shop's is refused before its mail is read. A mail that cannot be stored now is
 * refused for now, so that the sending server keeps it and tries again. Source: RFC 5321.
 */
export async function openSmtpInbox(house: House, port: number): Promise<SmtpInbox> {
  // Loaded when there is an inbox: most processes have none.
  const { SMTPServer } = await import('smtp-server');
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    banner: 'requests about personal data',
    size: mostMailBytes,
    maxClients: 50,
    socketTimeout: 60_000,
    disableReverseLookup: true,
    logger: false,
    onRcptTo: ({ address }, _session, done) => {
      findTenantByMailbox(house, address).then(
        (tenant) => done(tenant ? null : no(550, 'no such mailbox here')),
        () => done(no(451, 'not now, please try again')),
      );
    },
    onData: (stream, session, done) => {
      receive(house, stream, session).then(
        (refusal) => done(refusal ?? null),
        (error: unknown) => {
          house.log.error({ err: error }, 'a mail could not be taken in; its sender will try again');
          done(no(451, 'not now, please try again'));
        },
      );
    },
  });
  server.on('error', (error) => house.log.warn({ err: error }, 'the inbox lost a connection'));
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, house.settings.host, resolve);
  });
  const address = server.server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

async function receive(
  house: House,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
): Promise<Error | undefined> {
  const chunks: Buffer[] = [];
  // What is too large is read to its end, as SMTP wants, and kept nowhere.
  for await (const chunk of stream) if (!stream.sizeExceeded) chunks.push(chunk as Buffer);
  if (stream.sizeExceeded) return no(552, 'too large');
  const { mailFrom, rcptTo } = session.envelope;
  const tenants = new Map<string, Tenant>();
  for (const { address } of rcptTo) {
    const tenant = await findTenantByMailbox(house, address);
    if (tenant) tenants.set(tenant.id, tenant);
  }
  const envelopeFrom = mailFrom === false ? '' : mailFrom.address;
  for (const tenant of tenants.values()) {
    const taken = await takeMail(house, tenant, Buffer.concat(chunks), envelopeFrom);
    if (taken.kind === 'too many') return no(450, 'too many mails, please try again later');
  }
  return undefined;
}
