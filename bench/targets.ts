/** What we promise on two cores, and whether a run kept it. */
import type { Hammered } from './hammer.ts';
import type { Figure } from './measure.ts';
import type { PrivacyCosts } from './privacy.ts';
import type { Staleness } from './staleness.ts';

export interface Verdict {
  readonly what: string;
  readonly target: string;
  readonly measured: string;
  readonly kept: boolean;
}

export interface Results {
  readonly figures: readonly Figure[];
  readonly staleness: Staleness | undefined;
  readonly hammered: Hammered | undefined;
  readonly privacy: PrivacyCosts | undefined;
  /** Units: megabytes; of every web process after the run. */
  readonly residentMb: readonly number[];
}

const warm = [
  { name: 'listing', share: 0.5, hellos: 2 },
  { name: 'detail', share: 0.5, hellos: 2 },
  { name: 'page', share: 0.25, hellos: undefined },
] as const;

export const figureNames = { quiet: 'purchase, quiet', withWorker: 'purchase, with worker' } as const;

export function judge({ figures, staleness, hammered, privacy, residentMb }: Results): Verdict[] {
  return [
    ...figures.flatMap(judgeWarm),
    ...figures.filter(({ name }) => name === figureNames.quiet).flatMap(judgePurchase),
    ...(staleness
      ? Object.entries(staleness.longestMs).map(([face, ms]) =>
          atMost(`${face}: old content seen after a change`, ms, 1_000, 'ms'),
        )
      : []),
    ...(hammered ? [judgeHammer(hammered)] : []),
    ...(privacy ? judgePrivacyCosts(privacy) : []),
    ...residentMb.map((mb, index) => atMost(`web process ${index + 1}: memory after the run`, mb, 250, 'MB')),
  ];
}

function judgeWarm({ name, connections, ofHello, hellosApplication }: Figure): Verdict[] {
  const target = warm.find((one) => one.name === name);
  if (!target) return [];
  const title = `${name}, ${connections} connection${connections === 1 ? '' : 's'}`;
  const rate = {
    what: `${title}: of hello per second`,
    target: `≥ ${target.share}`,
    measured: ofHello.toFixed(2),
    kept: ofHello >= target.share,
  };
  return target.hellos === undefined
    ? [rate]
    : [rate, atMost(`${title}: application CPU`, hellosApplication, target.hellos, 'hellos')];
}

const judgePurchase = ({ statements, hellosApplication, hellosPostgres }: Figure): Verdict[] => [
  atMost('purchase: SQL statements', statements, 50, ''),
  atMost('purchase: application CPU', hellosApplication, 120, 'hellos'),
  atMost('purchase: PostgreSQL CPU', hellosPostgres, 80, 'hellos'),
];

const judgePrivacyCosts = (costs: PrivacyCosts): Verdict[] => [
  ...(costs.shareOfPurchase === undefined
    ? []
    : [atMost('sealing in a purchase: CPU over all the rest', costs.shareOfPurchase * 100, 25, '%')]),
  atMost('a page of 50 sealed names: CPU over a plain one', costs.pageMs, 3, 'ms'),
  atMost('consent checked on a warm page', costs.consentMicros, 50, 'µs'),
  atMost(`copy of a person with ${costs.orders} orders`, costs.copySeconds, 2, 's'),
  atMost(
    `erasure of one person with a few orders among ${costs.people}, searched afterwards`,
    costs.eraseSeconds,
    3,
    's',
  ),
  atMost('left over after the erasure', costs.residue, 0, ''),
];

const judgeHammer = ({ buyers, units, sold, left }: Hammered): Verdict => ({
  what: `${buyers} buyers for the last ${units}: sold`,
  target: `${units}, 0 left`,
  measured: `${sold}, ${left} left`,
  kept: sold === units && left === 0,
});

function atMost(what: string, value: number, limit: number, unit: string): Verdict {
  const measured = `${value < 10 ? value.toFixed(1) : Math.round(value)} ${unit}`.trim();
  return { what, target: `≤ ${limit} ${unit}`.trim(), measured, kept: value <= limit };
}
