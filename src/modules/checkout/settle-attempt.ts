import type { Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { askAttempt, cancelAttempt } from '#modules/payments/index.ts';
import { chargeOf, isActive } from './attempt.ts';
import type { Attempt } from './attempt.ts';
import type { AttemptId } from './cart.ts';
import { finaliseAttempt } from './finalise-attempt.ts';
import type { Finalised } from './finalise-attempt.ts';
import { findAttempt } from './queries-attempts.ts';
import { refuse } from './refuse.ts';

const who = (tenant: Tenant) =>
  ({ tenant, actor: { kind: 'system', id: 'checkout.reconcile', purpose: 'checkout' } }) as const;

/**
 * Asks the provider what became of an attempt and finalises it: for webhooks, for buyers who come back, for the reconciler.
 *
 * Refuses: checkout.noSuchAttempt.
 */
export async function settleAttempt(house: House, tenant: Tenant, id: AttemptId): Promise<Finalised> {
  const attempt = await unitOfWork(house, who(tenant), (ctx) => findAttempt(ctx, id));
  if (!attempt) throw refuse.noSuchAttempt();
  return settle(house, tenant, attempt);
}

/** As `settleAttempt`; an attempt whose time is over is let go of at the provider first. */
export async function settle(house: House, tenant: Tenant, attempt: Attempt): Promise<Finalised> {
  const charge = chargeOf(attempt, tenant);
  let outcome = await askAttempt(house, charge);
  const isOver = attempt.expiresAt <= house.clock() && isActive(attempt.state);
  if (isOver && outcome.kind !== 'approved' && outcome.kind !== 'declined')
    outcome = await cancelAttempt(house, charge);
  return unitOfWork(house, who(tenant), (ctx) => finaliseAttempt(ctx, attempt.id, outcome));
}

/** Lets go of the payment under way on a cart, so that it can be changed or paid in another way. */
export async function abandonAttempt(house: House, tenant: Tenant, id: AttemptId): Promise<Finalised> {
  const attempt = await unitOfWork(house, who(tenant), (ctx) => findAttempt(ctx, id));
  if (!attempt) throw refuse.noSuchAttempt();
  const outcome = await cancelAttempt(house, chargeOf(attempt, tenant));
  return unitOfWork(house, who(tenant), (ctx) => finaliseAttempt(ctx, id, outcome));
}
