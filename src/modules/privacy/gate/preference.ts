/** What a shop may write about besides what an order or an account needs. */
export const preferenceTopics = ['news', 'offers', 'similar', 'events'] as const;
export type PreferenceTopic = (typeof preferenceTopics)[number];

/** By which way. Source: clauses OC-5, K7-20. */
export const preferenceChannels = ['email', 'phone', 'fax', 'post', 'sms', 'in-app'] as const;
export type PreferenceChannel = (typeof preferenceChannels)[number];

/** From whom: the shop itself, or a partner of it. Source: clause OC-48. */
export const preferenceSenders = ['us', 'partners'] as const;
export type PreferenceSender = (typeof preferenceSenders)[number];

/** `sale`: the address came with a sale, the person could say no then and did not. Source: directive 2002/58/EC art. 13(2). */
export type Wish = 'yes' | 'no' | 'sale';

/** Through which door a wish was said; all lead to one state. */
export const doors = ['account', 'privacy centre', 'mail', 'footer', 'staff', 'checkout', 'gpc'] as const;
export type Door = (typeof doors)[number];

export interface Cell {
  readonly topic: PreferenceTopic | '*';
  readonly channel: PreferenceChannel | '*';
  readonly sender: PreferenceSender | '*';
}

export interface Preference extends Cell {
  readonly wish: Wish;
  readonly at: Date;
}

const covers = (asked: string, said: string): boolean => said === '*' || said === asked;

/**
 * What somebody has said about this cell: the youngest word that covers it counts, whichever door it came through.
 *
 * Shape: undefined when nothing was ever said.
 */
export function wishFor(said: readonly Preference[], cell: Cell): Wish | undefined {
  const about = said.filter(
    (one) =>
      covers(cell.topic, one.topic) && covers(cell.channel, one.channel) && covers(cell.sender, one.sender),
  );
  // A no said at the same instant as a yes wins.
  const [last] = about.toSorted(
    (a, b) => b.at.getTime() - a.at.getTime() || Number(b.wish === 'no') - Number(a.wish === 'no'),
  );
  return last?.wish;
}
