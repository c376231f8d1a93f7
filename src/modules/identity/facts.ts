import { factsOf } from '#kernel/facts.ts';

export const facts = factsOf('identity', {
  accountCreated: { accountId: 'id', subjectId: 'id' },
  /** The holder has proven the address; also after the address was changed and proven anew. */
  emailVerified: { accountId: 'id', subjectId: 'id' },
  /** The holder changed their name, or moved the account to another address that they have proven: `name` or `email`. */
  profileChanged: { accountId: 'id', subjectId: 'id', field: 'code' },
  /** The holder changed a part of a saved address: its `line1`, `city`, `phone`… One fact for each. */
  addressChanged: { accountId: 'id', subjectId: 'id', addressId: 'id', part: 'code' },
  passwordChanged: { accountId: 'id', subjectId: 'id' },
  staffInvited: { invitationId: 'id', subjectId: 'id' },
  staffJoined: { accountId: 'id', subjectId: 'id' },
});
