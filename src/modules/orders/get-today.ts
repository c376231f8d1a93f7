import type { Context } from '#kernel/context.ts';
import { presentMoney } from '#kernel/http.ts';
import { currency } from '#kernel/money.ts';
import { countWaitingPayments } from '#modules/payments/index.ts';
import { countToday } from './queries-show.ts';

/** What waits for whoever opens the dashboard in the morning. Units: counts stop at 1,001; the day is UTC's. */
export async function getToday(ctx: Context): Promise<{
  orders: number;
  revenue: { amountMinor: number; currency: string };
  toShip: number;
  toBePaid: number;
  incidents: number;
  refundsByHand: number;
}> {
  const since = new Date(ctx.now);
  since.setUTCHours(0, 0, 0, 0);
  const { orders, revenueMinor, toShip, toBePaid } = await countToday(ctx, since);
  const { incidents, manualRefunds } = await countWaitingPayments(ctx);
  const revenue = presentMoney({ minor: revenueMinor, currency: currency(ctx.tenant.currency) });
  return { orders, revenue, toShip, toBePaid, incidents, refundsByHand: manualRefunds };
}
