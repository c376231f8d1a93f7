import type { Context } from '#kernel/context.ts';
import type { ProcessorSpec } from '#kernel/processor.ts';
import type { Purpose } from '#kernel/registry.ts';
import { isReviewDue } from './agreement.ts';
import { listAgreements } from './agreement-register.ts';
import type { ListedAgreement } from './agreement-register.ts';
import { knownProcessors } from './processor.ts';
import { selectLastSent } from './queries.ts';

export interface ShownAgreement extends ListedAgreement {
  readonly reviewDue: boolean;
}

/** A company as the desk sees it: what it may get at all, what was agreed, and when it last got something. */
interface ShownProcessor {
  readonly name: string;
  readonly company: string;
  readonly role: ProcessorSpec['role'];
  readonly says: string;
  readonly purposes: Purpose[];
  readonly fields: { readonly name: string; readonly category: string }[];
  readonly erasure: ProcessorSpec['erasure'];
  readonly lapsesAfterDays: number | null;
  readonly lastSentAt: string | null;
  readonly timesSent: number;
  readonly agreements: readonly ShownAgreement[];
}

/** Every company that a part of Kontor knows, with what this shop agreed with it. */
export async function showProcessors(ctx: Context): Promise<ShownProcessor[]> {
  const agreements = await listAgreements(ctx);
  const sent = await selectLastSent(ctx);
  return [...knownProcessors().values()].map((spec) => {
    const last = sent.find(({ processor }) => processor === spec.name);
    return {
      name: spec.name,
      company: spec.company,
      role: spec.role,
      says: spec.says[ctx.locale] ?? spec.says.en,
      purposes: [...spec.purposes],
      fields: Object.entries(spec.fields).map(([name, category]) => ({ name, category })),
      erasure: spec.erasure,
      lapsesAfterDays: spec.lapsesAfterDays ?? null,
      lastSentAt: last?.last?.toISOString() ?? null,
      timesSent: last?.times ?? 0,
      agreements: agreements
        .filter(({ processor }) => processor === spec.name)
        .map((one) => ({ ...one, reviewDue: isReviewDue(one, ctx.now) })),
    };
  });
}
