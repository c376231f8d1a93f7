import { Type } from 'typebox';
import { Instant, Shape, signedIn } from '#kernel/http.ts';
import type { Http } from '#kernel/http.ts';
import { preferenceChannels, preferenceSenders, preferenceTopics } from './preference.ts';
import type { Preference } from './preference.ts';
import { preferencesOf, setPreference } from './preference-verbs.ts';
import { preferenceNotice } from './preference-words.ts';

const orAll = <const T extends string>(codes: readonly T[]) => Type.Enum(['*', ...codes]);
const Topic = orAll(preferenceTopics);
const Channel = orAll(preferenceChannels);
const Sender = orAll(preferenceSenders);

const Preferences = Shape({
  topics: Type.Array(Type.String()),
  channels: Type.Array(Type.String()),
  senders: Type.Array(Type.String()),
  notice: Type.String({ description: 'the words that a yes answers to' }),
  said: Type.Array(
    Shape({
      topic: Topic,
      channel: Channel,
      sender: Sender,
      wish: Type.Enum(['yes', 'no', 'sale']),
      at: Instant,
    }),
  ),
});

/** What somebody wants to hear, for themselves. Nothing changes by GET. */
export function wishRoutes(http: Http): void {
  http.get(
    '/api/account/preferences',
    {
      config: {
        audience: 'buyer',
        purpose: 'account',
        says: 'Tells what the signed-in buyer wants to hear, by topic, way and sender.',
      },
      schema: { response: { 200: Preferences } },
    },
    (request) =>
      request.work(async (ctx) =>
        present(await preferencesOf(ctx, signedIn(request).subject), preferenceNotice(ctx.locale)),
      ),
  );

  http.put(
    '/api/account/preferences',
    {
      config: {
        audience: 'buyer',
        purpose: 'account',
        says: 'Notes that the signed-in buyer wants or does not want to hear about something; * is everything.',
      },
      schema: {
        body: Shape({
          topic: Topic,
          channel: Channel,
          sender: Sender,
          wish: Type.Enum(['yes', 'no']),
        }),
        response: { 200: Preferences },
      },
    },
    (request) =>
      request.work(async (ctx) => {
        const { subject } = signedIn(request);
        const text = preferenceNotice(ctx.locale);
        const notice = { text, code: 'account.preferences', locale: ctx.locale, ui: 'account' };
        const { topic, channel, sender, wish } = request.body;
        await setPreference(ctx, subject, {
          topic,
          channel,
          sender,
          wish,
          door: 'account',
          ...(wish === 'yes' && { notice }),
        });
        return present(await preferencesOf(ctx, subject), text);
      }),
  );
}

const present = (said: readonly Preference[], notice: string) => ({
  topics: [...preferenceTopics],
  channels: [...preferenceChannels],
  senders: [...preferenceSenders],
  notice,
  said: said.map(({ topic, channel, sender, wish, at }) => ({
    topic,
    channel,
    sender,
    wish,
    at: at.toISOString(),
  })),
});
