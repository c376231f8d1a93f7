import { Type } from 'typebox';
import { IdText, Instant, Nullable, PageOf, Shape, pageQuery } from '#kernel/http.ts';
import type { FastifyRequest, Http } from '#kernel/http.ts';
import { asId } from '#kernel/ids.ts';
import { listMails } from './list-mails.ts';
import { retryMail } from './retry-mail.ts';
import { downloadMail, showMail } from './show-mail.ts';
import type { Links } from './show-mail.ts';
import type { MailId } from './mail.ts';

const State = Type.Union([
  Type.Literal('queued'),
  Type.Literal('sending'),
  Type.Literal('sent'),
  Type.Literal('failed'),
  Type.Literal('dropped'),
]);

const line = {
  id: IdText,
  to: Nullable(Type.String({ description: 'masked' })),
  kind: Type.String(),
  locale: Type.String(),
  state: State,
  attempts: Type.Integer(),
  about: Shape({ table: Type.String(), id: Type.String() }),
  createdAt: Instant,
  sentAt: Nullable(Instant),
  nextAt: Nullable(Instant),
  errorCode: Nullable(Type.String()),
};

const Letter = Shape({
  to: Type.String(),
  name: Type.String(),
  subject: Type.String(),
  text: Type.String(),
  html: Type.String(),
});
const params = Shape({ id: IdText });

/** Without a mail server nobody gets their mail: then whoever runs the shop follows its links here. */
const linksFor = ({ house, visitor }: FastifyRequest): Links =>
  house.settings.smtpUrl === undefined && visitor.kind === 'staff' && visitor.permissions.has('staff.manage')
    ? 'with links'
    : 'without links';

export function routes(http: Http): void {
  http.get(
    '/api/admin/outbox',
    {
      config: {
        audience: { staff: 'outbox.read' },
        purpose: 'administer',
        says: 'Lists the mails that were sent or wait, newest first, with masked addresses.',
      },
      schema: {
        querystring: Shape({
          ...pageQuery,
          state: Type.Optional(State),
          kind: Type.Optional(Type.String({ maxLength: 64 })),
          about: Type.Optional(IdText),
        }),
        response: { 200: PageOf(Shape(line)) },
      },
    },
    (request) => request.work((ctx) => listMails(ctx, request.query)),
  );

  http.get(
    '/api/admin/outbox/:id',
    {
      config: {
        audience: { staff: 'outbox.read', and: 'people.reveal' },
        purpose: 'administer',
        says: 'Shows one mail as it was written, links that open something cut short; the reading is recorded.',
      },
      schema: { params, response: { 200: Shape({ ...line, envelope: Letter }) } },
    },
    (request) => request.work((ctx) => showMail(ctx, asId<MailId>(request.params.id), linksFor(request))),
  );

  http.get(
    '/api/admin/outbox/:id/eml',
    {
      config: {
        audience: { staff: 'outbox.read', and: 'people.reveal' },
        purpose: 'administer',
        says: 'Downloads one mail as an .eml file, links as on the page; the reading is recorded.',
      },
      schema: { params },
    },
    async (request, reply) => {
      const file = await request.work((ctx) =>
        downloadMail(ctx, asId<MailId>(request.params.id), linksFor(request)),
      );
      return reply
        .header('content-type', 'message/rfc822')
        .header('content-disposition', `attachment; filename="${request.params.id}.eml"`)
        .header('cache-control', 'no-store')
        .send(file);
    },
  );

  http.post(
    '/api/admin/outbox/:id/retry',
    {
      config: {
        audience: { staff: 'outbox.read' },
        purpose: 'administer',
        says: 'Sends a mail again that could not be delivered.',
      },
      schema: { params, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      await request.work((ctx) => retryMail(ctx, asId<MailId>(request.params.id)));
      return reply.code(204).send(null);
    },
  );
}
