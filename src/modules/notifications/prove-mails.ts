import type { Context } from '#kernel/context.ts';
import type { Finding, Prover } from '#kernel/module.ts';
import { selectStuckMails } from './queries.ts';

/** No mail is forgotten: each was sent, waits for its next attempt, or failed where staff can see it. */
export const mailProver: Prover = {
  name: 'mails',
  says: 'every mail was sent, is due, or failed visibly; none waits a day longer than it should',
  prove: async (ctx: Context): Promise<readonly Finding[]> => {
    const stuck = await selectStuckMails(ctx, new Date(ctx.now.getTime() - 86_400_000));
    return stuck.length === 0
      ? []
      : [
          {
            says: 'mails have been due for more than a day',
            rows: stuck.map((id) => `notifications.mail ${id}`),
          },
        ];
  },
};
