import { factsOf } from '#kernel/facts.ts';

export const facts = factsOf('rights', {
  opened: { requestId: 'id', kind: 'code' },
  proven: { requestId: 'id' },
  extended: { requestId: 'id', reason: 'code' },
  fulfilled: { requestId: 'id', kind: 'code' },
  denied: { requestId: 'id', reason: 'code' },
  revoked: { requestId: 'id' },
  /** Somebody should look: the internal target is over, or the deadline is near. */
  due: { requestId: 'id', alarm: 'code' },
  /** The deadline of the law has passed without an answer. */
  overdue: { requestId: 'id', kind: 'code' },
});
