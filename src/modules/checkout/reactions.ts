import { on } from '#kernel/facts.ts';
import { asId } from '#kernel/ids.ts';
import { Refusal } from '#kernel/refusal.ts';
import { getOrderRow, orderFacts } from '#modules/orders/index.ts';
import { acceptContract, acknowledge, contextualNotice } from '#modules/privacy/index.ts';

type OrderKey = Parameters<typeof getOrderRow>[1];

/**
 * What a buyer was shown at the checkout and agreed to with the button: a contract, and no consent to anything. Written
 * down after the order, so that nobody waits for it.
 *
 * Source: clauses OC-7, KC-51, A6-6.
 */
const noteTerms = on(
  'checkout',
  'note-terms',
  orderFacts.placed,
  async (ctx, { orderId }) => {
    const { buyerId: subject, locale, placedAt } = await getOrderRow(ctx, asId<OrderKey>(orderId));
    const at = placedAt ?? ctx.now;
    const evidence = { order: orderId };
    try {
      for (const point of ['checkout', 'order'] as const) {
        const { version, ...notice } = contextualNotice(point, locale);
        const shown = { ...notice, ui: 'checkout' };
        if (point === 'order')
          await acceptContract(ctx, { subject, document: 'order', version, notice: shown, evidence, at });
        else
          await acknowledge(ctx, {
            subject,
            document: 'checkout notice',
            version,
            notice: shown,
            evidence,
            at,
          });
      }
    } catch (error) {
      // Somebody who was forgotten meanwhile: nothing more is written about them.
      if (!(error instanceof Refusal) || error.code !== 'privacy.subjectGone') throw error;
    }
  },
  'checkout',
);

export const reactions = [noteTerms];
