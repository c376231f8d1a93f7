import type { ProcessorSpec } from '#kernel/processor.ts';
import type { Profile } from '#kernel/profile.ts';
import type { Agreement, AgreementFault } from './agreement.ts';

/** The European Economic Area. Source: EEA Agreement; the European Union as of 2020-02-01. */
export const eea: ReadonlySet<string> = new Set(
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO'.split(' '),
);

/**
 * Countries whose protection the Commission found adequate; `certified`: only for companies on its list.
 *
 * Source: decisions under GDPR art. 45 and directive 95/46/EC art. 25(6), as listed by the Commission; US: decision (EU)
 * 2023/1795 (Data Privacy Framework). Looked up for this version of the data: 2025-07.
 */
const adequate: Readonly<Record<string, 'everybody' | 'certified'>> = {
  AD: 'everybody',
  AR: 'everybody',
  CA: 'everybody',
  CH: 'everybody',
  FO: 'everybody',
  GB: 'everybody',
  GG: 'everybody',
  IL: 'everybody',
  IM: 'everybody',
  JE: 'everybody',
  JP: 'everybody',
  KR: 'everybody',
  NZ: 'everybody',
  UY: 'everybody',
  US: 'certified',
};

/** Companies that a merchant connects by their own choice. Source: clauses A6-2. */
const merchantDirected: ReadonlySet<ProcessorSpec['role']> = new Set([
  'channel',
  'shipping',
  'tracking',
  'accounting',
  'payment',
]);

/** Why data may not go to that country under that paper; undefined when it may. Source: GDPR art. 44–46; clauses K7-42, K7-43, KC-42, KC-46. */
export function transferFault(
  spec: Pick<ProcessorSpec, 'role'>,
  agreement: Pick<Agreement, 'country' | 'mechanism' | 'mechanismDetail' | 'assessmentAt'>,
  regions: Profile['regions'],
  home: string,
): AgreementFault | undefined {
  if (eea.has(agreement.country)) return undefined;
  if (regions === 'eea-strict') return 'outside-region';
  if (regions === 'eea-plus-merchant-directed' && !merchantDirected.has(spec.role)) return 'outside-region';
  // A shop outside Europe whose data stays in its own country transfers nothing.
  if (agreement.country === home && regions === 'global-scc') return undefined;
  return paperFault(agreement);
}

function paperFault({
  country,
  mechanism,
  mechanismDetail,
  assessmentAt,
}: Pick<Agreement, 'country' | 'mechanism' | 'mechanismDetail' | 'assessmentAt'>):
  AgreementFault | undefined {
  switch (mechanism) {
    case 'adequacy': {
      const found = adequate[country];
      if (found === undefined) return 'no-mechanism';
      return found === 'everybody' || mechanismDetail?.certificate ? undefined : 'paper-missing';
    }
    case 'scc':
      return mechanismDetail?.module && mechanismDetail.date && assessmentAt ? undefined : 'paper-missing';
    case 'inside the EEA':
    case 'none':
      return 'no-mechanism';
  }
}
