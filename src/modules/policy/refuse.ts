import { refusals } from '#kernel/refusal.ts';

export const refuse = refusals('policy', {
  doesNotCompile: {
    status: 409,
    says: 'The policy contradicts itself or says what is not so. The list tells what, and what to do.',
    sagt: 'Die Erklärung widerspricht sich oder sagt, was nicht stimmt. Die Liste sagt, was, und was zu tun ist.',
  },
  nothingChanged: {
    status: 409,
    says: 'What is published is what is so. There is nothing to publish.',
    sagt: 'Was veröffentlicht ist, stimmt. Es gibt nichts zu veröffentlichen.',
  },
  dateUnchanged: {
    status: 409,
    says: 'A changed policy needs a later date than the one before.',
    sagt: 'Eine geänderte Erklärung braucht ein späteres Datum als die davor.',
  },
  noSuchVersion: {
    status: 404,
    says: 'There is no such version of the policy.',
    sagt: 'Diese Fassung der Erklärung gibt es nicht.',
  },
  notWaiting: {
    status: 409,
    says: 'This version does not wait for a second yes.',
    sagt: 'Diese Fassung wartet nicht auf eine zweite Zustimmung.',
  },
  sameApprover: {
    status: 403,
    says: 'The second yes comes from somebody else than the first.',
    sagt: 'Die zweite Zustimmung kommt von jemand anderem als die erste.',
  },
  staffOnly: {
    status: 403,
    says: 'Only two colleagues together do without the second yes.',
    sagt: 'Auf die zweite Zustimmung verzichten nur zwei Kollegen gemeinsam.',
  },
  movedOn: {
    status: 409,
    says: 'The shop has changed since this version was proposed. Propose it again.',
    sagt: 'Der Shop hat sich geändert, seit diese Fassung vorgeschlagen wurde. Schlagen Sie sie neu vor.',
  },
});
