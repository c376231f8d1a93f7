import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { simpleParser } from 'mailparser';
import type { ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface MailCompany {
  readonly url: string;
  /** What was accepted so far, in order. */
  readonly received: readonly ParsedMail[];
  /** Whom they were for, by the envelope. */
  readonly recipients: readonly string[];
  /** Answers the next messages with this code instead of taking them; undefined takes them again. */
  refuseWith(code: number | undefined): void;
}

/** A mail server of another company, which remembers what it got and can be told to refuse. */
export async function aMailCompany(t: TestContext): Promise<MailCompany> {
  const received: ParsedMail[] = [];
  const recipients: string[] = [];
  let refusal: number | undefined;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (refusal !== undefined) {
          done(Object.assign(new Error('not now'), { responseCode: refusal }));
          return;
        }
        simpleParser(Buffer.concat(chunks)).then(
          (mail) => {
            received.push(mail);
            recipients.push(...session.envelope.rcptTo.map(({ address }) => address));
            done();
          },
          (error: Error) => done(error),
        );
      });
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  t.after(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
      }),
  );
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    recipients,
    refuseWith: (code) => void (refusal = code),
  };
}
