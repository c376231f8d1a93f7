import { factsOf } from '#kernel/facts.ts';

export const facts = factsOf('persons', {
  /** Nothing is left in this house but what is listed; companies may still have to answer. */
  erased: { erasureId: 'id' },
  /** Every node has ended. */
  erasureFulfilled: { erasureId: 'id' },
  /** A hold, or something under way, keeps a part. */
  erasureWaits: { erasureId: 'id' },
  /** A company answered, or refused. */
  processorAnswered: { erasureId: 'id', processor: 'code', end: 'code' },
  /** Every company that has to hear of a correction has answered, or was told by hand. */
  companiesTold: { erasureId: 'id' },
  corrected: { correctionId: 'id', subjectId: 'id' },
  restricted: { subjectId: 'id', on: 'flag' },
  merged: { linkId: 'id', keptId: 'id', goneId: 'id' },
  unmerged: { linkId: 'id', keptId: 'id', goneId: 'id' },
  /** The search of every store after an erasure found something. */
  residueFound: { erasureId: 'id', places: 'integer' },
});
