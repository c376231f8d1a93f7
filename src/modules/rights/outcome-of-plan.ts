import type { Plan } from '#modules/persons/index.ts';
import { knownProcessors } from '#modules/privacy/index.ts';
import type { Outcome, OutcomeNode, Told } from './outcome.ts';

/** What a company is called; its key where nobody declares it any more. */
const companyOf = (processor: string): string => knownProcessors().get(processor)?.company ?? processor;

/** What a plan came to, in codes and counts: items without rows, the keys' nodes and the engine's own rows are left to its log. */
export function outcomeOf(plan: Plan): Outcome {
  const items = plan.nodes.filter(
    ({ kind, rows, target }) =>
      (kind === 'rows' || kind === 'files') && rows > 0 && !target.startsWith('persons.'),
  );
  const each = items.map(({ target, rows, end, expected, keep, waitsFor }): OutcomeNode => {
    const kept = end?.kind === 'retained' ? end : end === null ? keep : undefined;
    return {
      what: target,
      rows,
      end: end?.kind ?? (waitsFor ? 'waiting' : expected),
      ...(kept && {
        ground: kept.ground === 'law' ? kept.cites : kept.ground,
        until: kept.until?.toISOString() ?? null,
      }),
      ...(waitsFor && end === null && { reason: waitsFor }),
    };
  });
  return { nodes: together(each), told: toldIn(plan) };
}

/** Which companies heard of it, and what they said. */
export const toldIn = ({ nodes, because, state }: Plan): Told[] =>
  nodes
    .filter(({ kind }) => kind === 'processor')
    .map(({ target, end }) => ({
      processor: target,
      company: companyOf(target),
      end: saidAs(end, because, state === 'withdrawn'),
      ...(end?.kind === 'processor_refused' && { reason: end.reason }),
      ...(end?.kind === 'retained' && end.until && { until: end.until.toISOString() }),
    }));

const confirmedAs: Readonly<Partial<Record<Plan['because'], string>>> = {
  corrected: 'processor_corrected',
  restricted: 'processor_restricted',
  released: 'processor_released',
};

/** Who is erased before a company heard of a correction or a restriction: it is asked to forget instead. */
function saidAs(end: Plan['nodes'][number]['end'], because: Plan['because'], isWithdrawn: boolean): string {
  const told = confirmedAs[because];
  if (end === null) return told && isWithdrawn ? 'to_forget' : 'awaiting';
  return told && end.kind === 'processor_confirmed' ? told : end.kind;
}

/** Several parts of the same rows that end alike are one item: a row is counted once. */
function together(nodes: readonly OutcomeNode[]): OutcomeNode[] {
  const byEnd = new Map<string, OutcomeNode>();
  for (const node of nodes) {
    const key = [node.what, node.end, node.ground, node.until, node.reason].join('|');
    const known = byEnd.get(key);
    byEnd.set(key, known && known.rows > node.rows ? known : node);
  }
  return [...byEnd.values()];
}
