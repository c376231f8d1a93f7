import type { Kysely } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { AttemptId, RefundId } from './payment.ts';
import type { Charge } from './provider.ts';
import type { PaymentsRows } from './tables.ts';
import type { TestCardScenario, TestCardState } from './test-card.ts';

const rows = (ctx: Context): Kysely<PaymentsRows> => ctx.tx;

export interface TestCardCharge {
  readonly id: AttemptId;
  readonly scenario: TestCardScenario;
  readonly state: TestCardState;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly fetches: number;
}

const shown = ['id', 'scenario', 'state', 'amountMinor', 'currency', 'fetches'] as const;

/** Opens a charge, or finds the one already open under this key, locked. */
export async function openTestCardCharge(
  ctx: Context,
  charge: Charge,
  scenario: TestCardScenario,
  state: TestCardState,
): Promise<{ charge: TestCardCharge; isNew: boolean }> {
  const made = await rows(ctx)
    .insertInto('payments.test_card_charge')
    .values({
      id: charge.key,
      scenario,
      state,
      amountMinor: charge.amount.minor,
      currency: charge.amount.currency,
      fetches: 0,
      createdAt: ctx.now,
    })
    .onConflict((clash) => clash.doNothing())
    .returning(shown)
    .executeTakeFirst();
  if (made) return { charge: made, isNew: true };
  const found = await rows(ctx)
    .selectFrom('payments.test_card_charge')
    .select(shown)
    .where('id', '=', charge.key)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { charge: found, isNew: false };
}

export async function findTestCardCharge(ctx: Context, id: AttemptId): Promise<TestCardCharge | undefined> {
  return rows(ctx)
    .selectFrom('payments.test_card_charge')
    .select(shown)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function noteTestCardFetch(ctx: Context, id: AttemptId): Promise<TestCardCharge | undefined> {
  return rows(ctx)
    .updateTable('payments.test_card_charge')
    .set((eb) => ({ fetches: eb('fetches', '+', 1) }))
    .where('id', '=', id)
    .returning(shown)
    .executeTakeFirst();
}

/** Decides a waiting charge; a decided one stays as it is. */
export async function decideTestCard(ctx: Context, id: AttemptId, state: TestCardState): Promise<void> {
  await rows(ctx)
    .updateTable('payments.test_card_charge')
    .set({ state })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
}

/** Refunds once per key. */
export async function addTestCardRefund(
  ctx: Context,
  id: RefundId,
  chargeId: AttemptId,
  amountMinor: bigint,
): Promise<void> {
  await rows(ctx)
    .insertInto('payments.test_card_refund')
    .values({ id, chargeId, amountMinor, createdAt: ctx.now })
    .onConflict((clash) => clash.doNothing())
    .execute();
}
