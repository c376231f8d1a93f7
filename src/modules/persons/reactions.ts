import { on } from '#kernel/facts.ts';
import { retentionFacts } from '#modules/retention/index.ts';
import { wakeWaiting } from './queries.ts';

/** What an erasure waited for may be free now: it goes on at the next turn, not in an hour. Source: privacy.md P21. */
const goOnAfterHold = on(
  'persons',
  'go-on-after-hold',
  retentionFacts.holdReleased,
  (ctx) => wakeWaiting(ctx),
  'rights',
);

export const reactions = [goOnAfterHold];
