import type { TimedJob } from '#kernel/module.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { erasePersons } from './erase-persons.ts';
import { selectDueErasures } from './queries.ts';
import { scanStores } from './scan-stores.ts';

const batch = 20;

/** Goes on with erasures that were interrupted, that wait, or whose companies have yet to answer. */
const goOn: TimedJob = {
  name: 'persons.erase',
  everySeconds: 30,
  leaseSeconds: 600,
  run: async (house, tenant) => {
    const actor = { kind: 'system', id: 'persons.erase', purpose: 'rights' } as const;
    const due = await unitOfWork(house, { tenant, actor }, (ctx) => selectDueErasures(ctx, batch));
    for (const id of due) await erasePersons(house, tenant, id);
  },
};

/** Searches every store for what the registry does not reach. */
const scan: TimedJob = { name: 'persons.scan', everySeconds: 300, leaseSeconds: 3_600, run: scanStores };

export const jobs: readonly TimedJob[] = [goOn, scan];
