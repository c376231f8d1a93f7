import type { ParsedMail } from 'mailparser';
import { kinds } from './request.ts';
import type { Kind } from './request.ts';

/** A mail that a person wrote to the shop, as far as we read it. Attachments are not kept. */
interface InboundMail {
  readonly from: { readonly email: string; readonly name: string };
  /** Everybody it is addressed to, in lower case. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly messageId: string | undefined;
  readonly attachments: number;
}

type ReadMail =
  | { readonly kind: 'mail'; readonly mail: InboundMail }
  | { readonly kind: 'ignored'; readonly because: 'robot' | 'bounce' | 'list' | 'no sender' };

export const mostMailBytes = 10 * 1024 * 1024;
const mostTextCharacters = 20_000;
/** What is read of a mail: words come before what is attached, and nobody keeps that. */
const mostReadBytes = 256 * 1024;
const longestField = 8_000;

/**
 * Reads a mail. What machines write (holiday replies, bounces, lists, our own letters coming back) is nobody's request.
 *
 * Source: RFC 3834 section 2 and 5; RFC 2919; RFC 5321 section 4.5.5 (the empty return path).
 */
export async function readMail(source: Buffer, envelopeFrom?: string): Promise<ReadMail> {
  const parsed = await parse(withoutExcess(source));
  const because = robotIn(parsed, envelopeFrom);
  if (because) return { kind: 'ignored', because };
  const sender = parsed.replyTo?.value[0] ?? parsed.from?.value[0];
  const email = sender?.address?.toLowerCase() ?? '';
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) return { kind: 'ignored', because: 'no sender' };
  return {
    kind: 'mail',
    mail: {
      from: { email, name: (sender?.name ?? '').slice(0, 200) },
      to: [...(parsed.to?.value ?? []), ...(parsed.cc?.value ?? [])].flatMap(({ address }) =>
        address ? [address.toLowerCase()] : [],
      ),
      subject: (parsed.subject ?? '').slice(0, 300),
      text: (parsed.text ?? '').trim().slice(0, mostTextCharacters),
      messageId: parsed.messageId,
      attachments: parsed.attachments.length,
    },
  };
}

async function parse(source: Buffer): Promise<ParsedMail> {
  // Loaded with the first mail: it is large, and most processes never read one.
  const { simpleParser } = await import('mailparser');
  const options = { skipImageLinks: true, skipTextToHtml: true };
  try {
    return await simpleParser(source, options);
  } catch {
    // HTML that nobody can make words of: its subject and its sender are a request all the same, and a person looks.
    return simpleParser(source, { ...options, skipHtmlToText: true });
  }
}

/**
 * The beginning of a mail, each header field of it cut to what a person could have written. A list of addresses costs the
 * reader the square of its length: a mail of 900 kB that was nothing else stopped the whole house for a minute.
 */
function withoutExcess(source: Buffer): Buffer {
  const text = source.subarray(0, mostReadBytes).toString('latin1');
  const field = /^[!-9;-~]+:[^\n]*(?:\n[ \t][^\n]*)*/gm;
  return Buffer.from(
    text.replace(field, (one) => one.slice(0, longestField)),
    'latin1',
  );
}

function robotIn(parsed: ParsedMail, envelopeFrom?: string): 'robot' | 'bounce' | 'list' | undefined {
  const header = (name: string): string => {
    const value = parsed.headers.get(name);
    return typeof value === 'string' ? value.trim().toLowerCase() : value === undefined ? '' : 'present';
  };
  const from = parsed.from?.value[0]?.address?.toLowerCase() ?? '';
  if (envelopeFrom === '' || header('return-path') === '<>') return 'bounce';
  if (/^(mailer-daemon|postmaster)@/.test(from)) return 'bounce';
  if (header('content-type').startsWith('multipart/report')) return 'bounce';
  const submitted = header('auto-submitted');
  if (submitted !== '' && submitted !== 'no') return 'robot';
  if (/^(auto[-_]?reply|auto)$/.test(header('precedence'))) return 'robot';
  if (header('x-autoreply') !== '' || header('x-autorespond') !== '') return 'robot';
  if (/^(no-?reply|do-?not-?reply)@/.test(from)) return 'robot';
  const isList =
    header('list-id') !== '' || header('list') !== '' || /^(bulk|list|junk)$/.test(header('precedence'));
  return isList ? 'list' : undefined;
}

const words: Readonly<Partial<Record<Kind, RegExp>>> = {
  erase:
    /\b(delete|erase|remove)\b.*\b(me|my|data|account|details)\b|\bart(icle|\.)?\s*17\b|lösch|geloescht|right to be forgotten/i,
  access:
    /\b(copy of|access to|what)\b.*\b(my|personal) data\b|subject access|\bsar\b|\bdsar\b|\bart(icle|\.)?\s*15\b|auskunft|kopie meiner daten/i,
  portability: /portab|data export|daten(übertragbarkeit|mitnahme)|\bart(icle|\.)?\s*20\b/i,
  rectify: /\b(correct|rectif\w*|wrong)\b.*\b(my|name|address|data)\b|berichtig|\bart(icle|\.)?\s*16\b/i,
  restrict: /\brestrict\w*\b.*\b(processing|data)\b|einschränk|\bart(icle|\.)?\s*18\b/i,
  object: /\bobject(ion)?\b.*\b(to|processing|use)\b|widerspr[uü]ch|widerspreche|\bart(icle|\.)?\s*21\b/i,
  withdraw: /withdraw\w*\b.*\bconsent|widerruf\w*.*\beinwilligung|einwilligung.*widerruf/i,
  'opt-out': /do not (sell|share)|opt[- ]?out/i,
  review: /human review|automated decision|\bart(icle|\.)?\s*22\b|automatisierte\w* entscheidung/i,
};

/**
 * What a mail seems to ask for; when two things or none are named, it is a question and a person reads it.
 *
 * A guess does no harm: nothing is carried out before the sender has followed a link that says what will happen.
 */
export function guessKind({ subject, text }: Pick<InboundMail, 'subject' | 'text'>): Kind {
  const said = `${subject}\n${withoutQuotes(text).slice(0, 2000)}`.replaceAll(/\s+/g, ' ');
  const named = kinds.filter((kind) => words[kind]?.test(said) ?? false);
  const [only, second] = named;
  return only !== undefined && second === undefined ? only : 'question';
}

/** What somebody wrote, without the letter that they answer. */
const withoutQuotes = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !line.startsWith('>'))
    .join('\n');
