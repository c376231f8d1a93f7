import type { FastifyReply, FastifyRequest } from '#kernel/http.ts';
import { maskAddress } from '#modules/notifications/index.ts';
import { copyOf } from '#modules/persons/index.ts';
import { peopleUnder, requestsFrom, sittingOf } from '#modules/rights/index.ts';
import type { OwnRequest, Sitting } from '#modules/rights/index.ts';
import { untouched } from './account-view.ts';
import type { FormState } from './account-view.ts';
import type { FormFields } from './form-body.ts';
import { showMoment } from './format.ts';
import { heldOf, readersOf, receiversOf } from './held.ts';
import { closedCentrePage, openCentrePage } from './pages/privacy.ts';
import { saidBar } from './parts/said.ts';
import { legalOf } from './routes-legal.ts';
import { addressOf, showPage } from './show.ts';
import { privacyWords } from './words/privacy.ts';

/** A form once more, with what was typed and what is wrong with it. */
export const again = (values: FormFields, problems: FormState['problems']): FormState => ({
  values,
  problems,
});

/** The forms of the centre that somebody just sent, where something was wrong. */
export interface Forms {
  readonly link?: FormState;
  readonly unlock?: FormState;
  readonly ask?: FormState;
  readonly correct?: FormState;
  readonly object?: FormState;
}

/** The privacy centre, open for whoever has shown who they are, and the way in for everybody else. */
export async function showCentre(
  request: FastifyRequest,
  reply: FastifyReply,
  forms: Forms,
): Promise<FastifyReply> {
  const sitting = await sittingOf(request);
  const { email: contactEmail } = await legalOf(request);
  const say = privacyWords(request.locale);
  const status = Object.keys(forms).length > 0 ? 422 : 200;
  const main = sitting
    ? await openCentre(request, sitting, forms, contactEmail)
    : closedCentrePage(
        {
          isSignedIn: request.visitor.kind === 'buyer',
          link: untouched,
          unlock: untouched,
          ask: untouched,
          ...forms,
          contactEmail,
        },
        request.locale,
      );
  const isClosed = addressOf(request).searchParams.has('closed');
  const said = isClosed ? { said: saidBar(say.closedSaid) } : {};
  return showPage(
    request,
    reply,
    { title: say.title, main, private: sitting !== undefined, ...said },
    status,
  );
}

async function openCentre(request: FastifyRequest, sitting: Sitting, forms: Forms, contactEmail: string) {
  const { locale } = request;
  return request.work(async (ctx) => {
    const people = await peopleUnder(ctx, sitting.addresses);
    const copy = await copyOf(ctx, people.released);
    const requests = await requestsFrom(ctx, sitting.addresses);
    return openCentrePage(
      {
        addresses: sitting.addresses,
        until: showMoment(sitting.expiresAt, locale),
        themes: heldOf(copy, locale),
        otherAddresses: people.otherAddresses.map(({ email }) => maskAddress(email)),
        unconfirmedAccount: people.unconfirmedAccount,
        receivers: receiversOf(copy, locale),
        readers: readersOf(copy, locale),
        isRestricted: isRestricted(requests),
        requests,
        correct: untouched,
        object: untouched,
        ask: untouched,
        ...forms,
        contactEmail,
      },
      locale,
    );
  });
}

/** The last restriction that was asked for counts, until it was lifted. */
function isRestricted(requests: readonly OwnRequest[]): boolean {
  const last = requests.find(({ row }) => row.kind === 'restrict' && row.state === 'fulfilled');
  return last !== undefined && last.row.wish.on !== false;
}
