import type { House } from '#kernel/house.ts';

/** A house whose n-th transaction fails: before it commits, or right after, as if the process had ended there. */
export function failingAt(house: House, moment: 'before' | 'after', at: number): House {
  let count = 0;
  const { db } = house;
  return {
    ...house,
    db: {
      ...db,
      transaction: async (tenant, run, last) => {
        count += 1;
        const isIt = count === at;
        const value = await db.transaction(
          tenant,
          async (tx) => {
            const done = await run(tx);
            if (isIt && moment === 'before') throw new Error('the lights went out');
            return done;
          },
          last,
        );
        if (isIt && moment === 'after') throw new Error('the lights went out');
        return value;
      },
    },
  };
}
