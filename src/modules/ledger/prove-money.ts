import type { Prover } from '#kernel/module.ts';
import { balances } from './balances.ts';
import { selectUnbalanced, selectWrongClosings } from './queries-prove.ts';

/** Every journal sums to zero, every kept balance is the sum of its postings, and the accounts together are zero. */
export const moneyProver: Prover = {
  name: 'money',
  says: 'every journal sums to zero and every account is the sum of its postings',
  prove: async (ctx) => {
    const unbalanced = await selectUnbalanced(ctx);
    const wrongClosings = await selectWrongClosings(ctx);
    const total = new Map<string, bigint>();
    for (const { currency, minor } of await balances(ctx))
      total.set(currency, (total.get(currency) ?? 0n) + minor);
    const uneven = [...total].flatMap(([currency, minor]) => (minor === 0n ? [] : [currency]));
    return [
      ...(unbalanced.length > 0 ? [{ says: 'Journals do not sum to zero.', rows: unbalanced }] : []),
      ...(wrongClosings.length > 0
        ? [{ says: 'Kept balances differ from the sum of their postings.', rows: wrongClosings }]
        : []),
      ...(uneven.length > 0
        ? [{ says: 'The accounts of a currency do not sum to zero.', rows: uneven }]
        : []),
    ];
  },
};
