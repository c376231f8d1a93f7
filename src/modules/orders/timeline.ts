import type { Locale } from '#kernel/context.ts';
import type { TransitionRow } from './queries-show.ts';

const sentences: Readonly<Record<string, { readonly en: string; readonly de: string }>> = {
  'order placed': { en: 'Ordered', de: 'Bestellt' },
  'order cancelled': { en: 'Cancelled', de: 'Storniert' },
  'order completed': { en: 'Completed', de: 'Abgeschlossen' },
  'payment pending': { en: 'Waiting for the money', de: 'Zahlung steht aus' },
  'payment authorised': { en: 'Payment approved', de: 'Zahlung freigegeben' },
  'payment captured': { en: 'Paid', de: 'Bezahlt' },
  'payment partially_refunded': { en: 'Partly refunded', de: 'Teilweise erstattet' },
  'payment refunded': { en: 'Refunded', de: 'Erstattet' },
  'payment voided': { en: 'Payment no longer due', de: 'Zahlung nicht mehr nötig' },
  'fulfilment partially_shipped': { en: 'Partly shipped', de: 'Teilweise versandt' },
  'fulfilment shipped': { en: 'Shipped', de: 'Versandt' },
  'fulfilment delivered': { en: 'Delivered', de: 'Zugestellt' },
};

/** What happened to an order, oldest first, in words. Shape: steps that say nothing to a buyer are left out. */
export const timelineOf = (
  transitions: readonly TransitionRow[],
  locale: Locale,
): { at: string; what: string }[] =>
  transitions.flatMap(({ axis, toState, at }) => {
    const says = sentences[`${axis} ${toState}`];
    return says ? [{ at: at.toISOString(), what: says[locale] }] : [];
  });
