import type { Plan } from '#modules/persons/index.ts';
import type { Outcome, OutcomeNode, Told } from './outcome.ts';

/** What a plan came to, in codes and counts: items without rows and the keys' own nodes are left to the engine's log. */
export function outcomeOf(plan: Plan): Outcome {
  const items = plan.nodes.filter(({ kind, rows }) => (kind === 'rows' || kind === 'files') && rows > 0);
  const nodes = items.map(({ target, rows, end, expected, keep, waitsFor }): OutcomeNode => {
    const kept = end?.kind === 'retained' ? end : end === null ? keep : undefined;
    return {
      what: target,
      rows,
      end: end?.kind ?? (waitsFor ? 'waiting' : expected),
      ...(kept && { ground: kept.cites, until: kept.until?.toISOString() ?? null }),
      ...(waitsFor && end === null && { reason: waitsFor }),
    };
  });
  const told = plan.nodes
    .filter(({ kind }) => kind === 'processor')
    .map(({ target, end }): Told => ({
      company: target,
      end: end?.kind ?? 'awaiting',
      ...(end?.kind === 'processor_refused' && { reason: end.reason }),
    }));
  return { nodes, told };
}
