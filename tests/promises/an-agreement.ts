import type { NewAgreement } from '#modules/privacy/index.ts';

/** What a shop agreed with a company of a test, inside Europe and for years, unless it is changed. */
export const anAgreement = (
  processor: string,
  host: string,
  change: Partial<NewAgreement> = {},
): NewAgreement => ({
  processor,
  host,
  reference: 'contract of 2026, folder 7',
  purposes: ['fulfil', 'rights'],
  country: 'DE',
  mechanism: 'inside the EEA',
  mechanismDetail: null,
  assessmentAt: null,
  validFrom: new Date('2026-01-01T00:00:00Z'),
  validUntil: null,
  reviewBy: new Date('2040-01-01T00:00:00Z'),
  reachesPrivate: true,
  ...change,
});
