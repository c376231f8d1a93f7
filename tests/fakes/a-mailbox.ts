import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import type { TestContext } from 'node:test';

export interface Mailbox {
  /** As INBOX_IMAP_URL. */
  readonly url: string;
  /** Puts a mail into it. */
  put(source: string): void;
  /** How many are unread. */
  unread(): number;
}

interface Kept {
  readonly source: string;
  seen: boolean;
}

/** A mailbox at another company, as far as somebody who fetches new mail needs one. Source: RFC 9051. */
export async function aMailbox(t: TestContext): Promise<Mailbox> {
  const kept: Kept[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let waiting = '';
    socket.write('* OK ready\r\n');
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      waiting += bytes.toString();
      for (let end = waiting.indexOf('\r\n'); end >= 0; end = waiting.indexOf('\r\n')) {
        const line = waiting.slice(0, end);
        waiting = waiting.slice(end + 2);
        socket.write(answerTo(line, kept));
        if (/^\S+ LOGOUT/i.test(line)) socket.end();
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `imap://shop:secret@127.0.0.1:${port}/INBOX`,
    put: (source) => void kept.push({ source: source.replaceAll(/\r?\n/g, '\r\n'), seen: false }),
    unread: () => kept.filter(({ seen }) => !seen).length,
  };
}

function answerTo(line: string, kept: Kept[]): string {
  const [tag = '*', ...words] = line.split(' ');
  const command = words.join(' ').toUpperCase();
  const done = `${tag} OK done\r\n`;
  if (command.startsWith('CAPABILITY')) return `* CAPABILITY IMAP4rev1\r\n${done}`;
  if (command.startsWith('SELECT'))
    return `* ${kept.length} EXISTS\r\n* FLAGS (\\Seen)\r\n* OK [PERMANENTFLAGS (\\Seen)] kept\r\n* OK [UIDVALIDITY 1] valid\r\n* OK [UIDNEXT ${kept.length + 1}] next\r\n${tag} OK [READ-WRITE] done\r\n`;
  if (command.startsWith('LIST')) return `* LIST () "/" INBOX\r\n${done}`;
  if (command.startsWith('UID SEARCH')) {
    const found = kept.flatMap(({ seen }, index) => (seen ? [] : [index + 1]));
    return `* SEARCH ${found.join(' ')}\r\n${done}`;
  }
  const [, verb, number] = /^UID (FETCH|STORE) (\d+)/.exec(command) ?? [];
  const mail = kept[Number(number) - 1];
  if (verb === 'FETCH' && mail)
    return `* ${number} FETCH (UID ${number} BODY[] {${Buffer.byteLength(mail.source)}}\r\n${mail.source})\r\n${done}`;
  if (verb === 'STORE' && mail) {
    mail.seen = true;
    return `* ${number} FETCH (UID ${number} FLAGS (\\Seen))\r\n${done}`;
  }
  if (command.startsWith('LOGOUT')) return `* BYE\r\n${done}`;
  return done;
}
