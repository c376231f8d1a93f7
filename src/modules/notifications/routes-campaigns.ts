import { Type } from 'typebox';
import { IdText, Instant, Nullable, PageOf, Shape, pageQuery } from '#kernel/http.ts';
import type { Http } from '#kernel/http.ts';
import { asId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { preferenceTopics } from '#modules/privacy/index.ts';
import { lineOf, listCampaigns } from './list-campaigns.ts';
import { startCampaign, stopCampaign } from './marketing-campaign.ts';
import { stopAllNews } from './marketing-readers.ts';
import type { CampaignId } from './tables.ts';

const Topic = Type.Enum([...preferenceTopics]);
const Line = Shape({
  id: IdText,
  topic: Topic,
  title: Type.String(),
  text: Type.String(),
  state: Type.Enum(['sending', 'done', 'stopped']),
  queued: Type.Integer({ description: 'mails written' }),
  passedOver: Type.Integer({ description: 'readers who do not want them' }),
  sent: Type.Integer(),
  dropped: Type.Integer({ description: 'mails that nobody wanted any more when they were to be sent' }),
  failed: Type.Integer(),
  madeAt: Instant,
  finishedAt: Nullable(Instant),
});

/** News for readers who asked for them. */
export function campaignRoutes(http: Http): void {
  http.get(
    '/api/admin/campaigns',
    {
      config: {
        audience: { staff: 'outbox.read' },
        purpose: 'administer',
        says: 'Lists the news of the shop and what became of them, newest first.',
      },
      schema: { querystring: Shape(pageQuery), response: { 200: PageOf(Line) } },
    },
    (request) => request.work((ctx) => listCampaigns(ctx, request.query)),
  );

  http.post(
    '/api/admin/campaigns',
    {
      config: {
        audience: { staff: 'privacy.write' },
        purpose: 'administer',
        says: 'Sends news to everybody who wants to hear about their topic, and to nobody else.',
      },
      schema: {
        body: Shape({
          topic: Topic,
          subject: Type.String({ minLength: 1, maxLength: 200 }),
          text: Type.String({ minLength: 1, maxLength: 20_000 }),
        }),
        response: { 201: Line },
      },
    },
    async (request, reply) => {
      const { topic, subject: title, text } = request.body;
      const origin = `${request.protocol}://${request.host}`;
      const row = await request.work((ctx) => startCampaign(ctx, { topic, title, text, origin }));
      return reply.code(201).send(lineOf(row));
    },
  );

  http.post(
    '/api/admin/campaigns/:id/stop',
    {
      config: {
        audience: { staff: 'privacy.write' },
        purpose: 'administer',
        says: 'Writes no more mails of some news.',
      },
      schema: { params: Shape({ id: IdText }), response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      await request.work((ctx) => stopCampaign(ctx, asId<CampaignId>(request.params.id)));
      return reply.code(204).send(null);
    },
  );

  http.post(
    '/api/admin/privacy/people/:subject/suppress',
    {
      config: {
        audience: { staff: 'privacy.write' },
        purpose: 'suppress',
        says: 'Ends all news and offers to somebody who asked us to, by every way.',
      },
      schema: { params: Shape({ subject: IdText }), response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      await request.work((ctx) => stopAllNews(ctx, asId<SubjectId>(request.params.subject), 'staff'));
      return reply.code(204).send(null);
    },
  );
}
