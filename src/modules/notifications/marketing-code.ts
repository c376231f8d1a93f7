import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { preferenceSenders, preferenceTopics, vault } from '#modules/privacy/index.ts';
import type { PreferenceSender, PreferenceTopic } from '#modules/privacy/index.ts';

/** What one click in a mail ends: news about something, from somebody, to one reader. */
export interface NewsOf {
  readonly topic: PreferenceTopic;
  readonly sender: PreferenceSender;
}

const kindOf = ({ topic, sender }: NewsOf): string => `unsubscribe|${topic}|${sender}`;

/** The address that ends such news. Nothing is stored for it, and it works for as long as we know the reader. Source: RFC 8058. */
export async function stopAddress(
  ctx: Context,
  origin: string,
  subject: SubjectId,
  of: NewsOf,
): Promise<string> {
  const code = await vault.linkCode(ctx, kindOf(of), subject);
  return `${origin}/unsubscribe/${of.topic}.${of.sender}.${code}`;
}

/** Whose news, and which, a code ends. Shape: undefined when we did not make it. */
export async function readStopCode(
  ctx: Context,
  text: string,
): Promise<(NewsOf & { readonly subject: SubjectId }) | undefined> {
  const [topicText, senderText, code = ''] = text.split('.');
  const topic = preferenceTopics.find((one) => one === topicText);
  const sender = preferenceSenders.find((one) => one === senderText);
  if (!topic || !sender) return undefined;
  const subject = await vault.readLinkCode<SubjectId>(ctx, kindOf({ topic, sender }), code);
  return subject && { topic, sender, subject };
}
