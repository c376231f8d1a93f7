import type { Context } from '#kernel/context.ts';
import type { ReactionHouse } from '#kernel/facts.ts';
import { knownProcessors, vault } from '#modules/privacy/index.ts';
import { getShop } from '#modules/tenancy/index.ts';
import { letter } from './letter.ts';
import { gateWords } from './marketing-gate-words.ts';
import { queueMail } from './queue-mail.ts';

/**
 * Tells whoever runs the shop, at its public address, that nothing goes to a company any more, or soon will not.
 *
 * When it is the mail server itself, the mail waits with the others; Dashboard > Privacy > Processors says it at once.
 * Source: clauses OK-11, K7-44.
 */
export async function warnOfGate(
  ctx: Context,
  { agreementId, processor, fault }: { agreementId: string; processor: string; fault: string },
  { factId }: ReactionHouse,
): Promise<void> {
  const shop = await getShop(ctx);
  if (shop.contactEmail === '') return;
  const company = knownProcessors().get(processor)?.company ?? processor;
  const { locale } = ctx.tenant;
  const words = gateWords(locale, company, fault);
  // Whoever reads the shop's public address: somebody at work, of whom we know nothing else.
  const subject = await vault.newSubject(ctx, 'staff', ['service']);
  const content = letter({
    shopName: shop.name,
    title: words.title,
    intro: [words.says, words.todo],
    footer: [shop.legalName || shop.name],
    locale,
    hue: shop.accentHue,
  });
  await queueMail(ctx, {
    subject,
    to: { email: shop.contactEmail },
    kind: 'privacy.gate',
    locale,
    content: { subject: words.title, ...content },
    about: { table: 'privacy.agreement', id: agreementId },
    dedupe: `privacy.gate:${factId}`,
  });
}
