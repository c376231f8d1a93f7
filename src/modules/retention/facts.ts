import { factsOf } from '#kernel/facts.ts';

export const facts = factsOf('retention', {
  /** A hold is gone: an erasure that waited for it can go on. */
  holdReleased: { holdId: 'id', table: 'code', rowId: 'id' },
  /** A clock is due for more rows than a run may end by itself. */
  blocked: { runId: 'id', clock: 'code', rows: 'integer' },
});
