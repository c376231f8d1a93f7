import type { Span } from '#kernel/profile.ts';

/** How long a span is, for comparing two of them. Units: hours, with months of 30.44 and years of 365.25 days. */
export const hoursIn = ({ years = 0, months = 0, days = 0, hours = 0 }: Span): number =>
  hours + 24 * (days + 30.44 * months + 365.25 * years);
