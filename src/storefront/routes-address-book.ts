import { checkAddress } from '#kernel/address.ts';
import { IdText, Shape, signedIn } from '#kernel/http.ts';
import type { FastifyReply, FastifyRequest, Http } from '#kernel/http.ts';
import { httpRefuse } from '#kernel/http-refuse.ts';
import { asId } from '#kernel/ids.ts';
import { changeAddress, listAddresses, removeAddress, saveAddress } from '#modules/identity/index.ts';
import type { AddressId } from '#modules/identity/index.ts';
import { untouched } from './account-view.ts';
import type { FormState, SavedAddress } from './account-view.ts';
import { FormBody, problemsOf } from './form-body.ts';
import type { FormFields } from './form-body.ts';
import { addressesPart } from './pages/account.ts';
import { addressValues, typedAddress } from './parts/address-fields.ts';
import { accountIdOf, showAccount } from './routes-account.ts';

const own = { audience: 'buyer', purpose: 'account', page: true, idempotency: 'off' } as const;
const byId = Shape({ id: IdText });

const bookOf = (request: FastifyRequest) => ({
  accountId: accountIdOf(request),
  subject: signedIn(request).subject,
});

/** The address book. */
export function addressBookRoutes(http: Http): void {
  http.get(
    '/account/addresses',
    { config: { ...own, says: 'The saved addresses.' } },
    async (request, reply) => showBook(request, reply, { form: untouched }),
  );

  http.get(
    '/account/addresses/:id',
    { config: { ...own, says: 'The form to change a saved address.' }, schema: { params: byId } },
    async (request, reply) => showBook(request, reply, { form: untouched, id: request.params.id }),
  );

  http.post(
    '/account/addresses',
    { config: { ...own, says: 'Saves an address.' }, schema: { body: FormBody } },
    async (request, reply) => saveAs(request, reply, request.body, undefined),
  );

  http.post(
    '/account/addresses/:id',
    { config: { ...own, says: 'Changes a saved address.' }, schema: { params: byId, body: FormBody } },
    async (request, reply) => saveAs(request, reply, request.body, request.params.id),
  );

  http.post(
    '/account/addresses/:id/remove',
    { config: { ...own, says: 'Forgets a saved address.' }, schema: { params: byId } },
    async (request, reply) => {
      await request.work((ctx) => removeAddress(ctx, bookOf(request), asId<AddressId>(request.params.id)));
      return reply.redirect('/account/addresses', 303);
    },
  );
}

async function saveAs(
  request: FastifyRequest,
  reply: FastifyReply,
  fields: FormFields,
  id: string | undefined,
): Promise<FastifyReply> {
  if (fields['step'] === 'country')
    return showBook(request, reply, { form: { values: fields, problems: [] }, ...(id ? { id } : {}) });
  const typed = typedAddress('home', fields);
  const isDefault = fields['isDefault'] === 'yes';
  const checked = checkAddress(typed, { locale: request.locale });
  try {
    if (checked.ok) {
      await request.work((ctx) =>
        id
          ? changeAddress(ctx, bookOf(request), asId<AddressId>(id), checked.address, isDefault)
          : saveAddress(ctx, bookOf(request), checked.address, isDefault),
      );
      return await reply.redirect('/account/addresses', 303);
    }
    const problems = checked.problems.map(({ field, says }) => ({ field: `home.${field}`, says }));
    return await showBook(request, reply, { form: { values: fields, problems }, ...(id ? { id } : {}) }, 422);
  } catch (error) {
    const problems = problemsOf(error, request);
    return showBook(request, reply, { form: { values: fields, problems }, ...(id ? { id } : {}) }, 422);
  }
}

async function showBook(
  request: FastifyRequest,
  reply: FastifyReply,
  { form, id }: { form: FormState; id?: string },
  status = 200,
): Promise<FastifyReply> {
  const addresses: readonly SavedAddress[] = await request.work((ctx) => listAddresses(ctx, bookOf(request)));
  const editing = addresses.find((saved) => saved.id === id) ?? null;
  if (id && !editing) throw httpRefuse.notFound();
  const values = Object.keys(form.values).length > 0 ? form.values : addressValues('home', editing?.address);
  const country = values['home.country'] ?? request.tenant.country;
  return showAccount(
    request,
    reply,
    addressesPart({ addresses, country, form: { ...form, values }, editing }, request.locale),
    status,
  );
}
