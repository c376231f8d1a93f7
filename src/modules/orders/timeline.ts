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

/** Who did something, as staff see it: a colleague by a key that `/api/admin/colleagues` puts a name to. */
interface By {
  readonly kind: string;
  readonly colleagueId: string | null;
}

export const byWhom = (kind: string, id: string | null): By => ({
  kind,
  colleagueId: kind === 'staff' ? id : null,
});

const read = { en: 'Names and addresses read', de: 'Namen und Adressen gelesen' };

/** As `timelineOf`, for staff: who did it, and who read the people on the order though their role masks them. */
export function staffTimelineOf(
  transitions: readonly TransitionRow[],
  reveals: readonly { readonly happenedAt: Date; readonly actorKind: string; readonly actor: string }[],
  locale: Locale,
): { at: string; what: string; by: By }[] {
  const steps = transitions.flatMap((step) =>
    timelineOf([step], locale).map((said) => ({ ...said, by: byWhom(step.actorKind, step.actorId) })),
  );
  const readings = reveals.map(({ happenedAt, actorKind, actor }) => ({
    at: happenedAt.toISOString(),
    what: read[locale],
    by: byWhom(actorKind, actor),
  }));
  return [...steps, ...readings].toSorted((a, b) => a.at.localeCompare(b.at));
}
