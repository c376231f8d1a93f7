import { on } from '#kernel/facts.ts';
import { asId } from '#kernel/ids.ts';
import { getPlan, personsFacts } from '#modules/persons/index.ts';
import type { ErasureId } from '#modules/persons/index.ts';
import { deletePackagesAbout } from './queries-visits.ts';

/** Whoever was erased, for whatever reason, is in no copy that still lies ready. Source: privacy.md P4; clause OK-18. */
const forgetCopies = on(
  'rights',
  'forget-copies',
  personsFacts.erased,
  async (ctx, { erasureId }) =>
    deletePackagesAbout(ctx, (await getPlan(ctx, asId<ErasureId>(erasureId))).subjects),
  'rights',
);

export const reactions = [forgetCopies];
