import type { Context } from '#kernel/context.ts';
import { oneOf } from '#kernel/http.ts';
import { refuseLapsed } from './keep-duties.ts';
import { countTry } from './limits.ts';
import type { Overdrawn } from './limits.ts';

/** Why a colleague whose role does not read people has to read one all the same; codes, because free text names people. */
const revealReasons = [
  'buyer-asked',
  'delivery-problem',
  'payment-question',
  'fraud-suspected',
  'authority-asked',
] as const;
export type RevealReason = (typeof revealReasons)[number];

/** The reason as routes take it. */
export const RevealReasonShape = oneOf(revealReasons);

/**
 * Counts that a colleague reads somebody, customers and orders together, so that single readings never add up to a list.
 * Shape: how long to wait once there were too many; the reading must then not happen. Refuses: identity.dutyLapsed.
 */
export async function countReveal(ctx: Context): Promise<Overdrawn | undefined> {
  await refuseLapsed(ctx);
  return countTry(ctx, [['revealBy', ctx.actor.id]]);
}

/** M••• S•••: enough to tell two people apart in a list, too little to know one. */
export const maskName = (name: string): string => name.replace(/(?<=\p{L})\p{L}+/gu, '•••');

/** To mask, the house opens and nobody reads: only a reading by a person is recorded as one. */
export const asTheHouse = (ctx: Context): Context => ({ ...ctx, actor: { ...ctx.actor, kind: 'system' } });
