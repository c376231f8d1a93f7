import { html, nothing } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import type { Locale } from '#kernel/context.ts';
import type { FormState } from '../account-view.ts';
import { field, problemSummary, tick } from '../parts/form.ts';
import type { Field } from '../parts/form.ts';
import { noticeLine } from '../parts/notice-line.ts';
import { accountWords } from '../words/account.ts';
import { formWords } from '../words/forms.ts';

const email = (locale: Locale, values: FormState['values']): Field => ({
  name: 'email',
  label: formWords(locale).email,
  value: values['email'],
  type: 'email',
  required: true,
  autocomplete: 'username',
  inputMode: 'email',
  maxLength: 254,
});

const letter = (title: string, body: Html): Html =>
  html`<div class="wrap column letter stack">
    <h1>${title}</h1>
    ${body}
  </div>`;

/** Signing in. `next` is a path of this shop where the reader wanted to go; `told` is what just happened. */
export function signInPage(
  state: FormState,
  locale: Locale,
  { next, told }: { next?: string | undefined; told?: string | undefined },
): Html {
  const say = accountWords(locale);
  return letter(
    say.signIn,
    html`${told ? html`<p class="notice good">${told}</p>` : html`<p class="soft">${say.signInText}</p>`}
      <form method="post" action="/account/sign-in" class="stack" novalidate>
        ${problemSummary(state.problems, locale)}
        ${next ? html`<input type="hidden" name="next" value="${next}" />` : nothing}
        ${field(email(locale, state.values), state.problems, locale)}
        ${field({ name: 'password', label: say.password, type: 'password', required: true, autocomplete: 'current-password', maxLength: 128 }, state.problems, locale)}
        <button class="button main wide" type="submit">${say.signIn}</button>
      </form>
      <p><a href="/account/forgot">${say.forgot}</a></p>
      <p>${say.signUpInstead} <a href="/account/sign-up">${say.signUp}</a></p>`,
  );
}

/** Opening an account. */
export function signUpPage(state: FormState, locale: Locale, minAge: number): Html {
  const say = accountWords(locale);
  return letter(
    say.signUp,
    html`<form method="post" action="/account/sign-up" class="stack" novalidate>
        ${problemSummary(state.problems, locale)}
        ${field({ name: 'name', label: say.name, value: state.values['name'], required: true, autocomplete: 'name', maxLength: 100 }, state.problems, locale)}
        ${field(email(locale, state.values), state.problems, locale)}
        ${field({ name: 'password', label: say.password, type: 'password', required: true, autocomplete: 'new-password', maxLength: 128, hint: say.passwordHint }, state.problems, locale)}
        ${tick({ name: 'oldEnough', label: say.oldEnough(minAge), value: 'yes', checked: state.values['oldEnough'] === 'yes' }, state.problems, locale)}
        ${noticeLine('sign-up', locale)}
        <button class="button main wide" type="submit">${say.signUp}</button>
      </form>
      <p>${say.signInInstead} <a href="/account/sign-in">${say.signIn}</a></p>`,
  );
}

/** Asking for a link that sets a new password. */
export function forgotPage(state: FormState, locale: Locale): Html {
  const say = accountWords(locale);
  return letter(
    say.forgotTitle,
    html`<p class="soft">${say.forgotText}</p>
      <form method="post" action="/account/forgot" class="stack" novalidate>
        ${problemSummary(state.problems, locale)}
        ${field(email(locale, state.values), state.problems, locale)}<button
          class="button main wide"
          type="submit"
        >
          ${say.sendLink}
        </button>
      </form>`,
  );
}

/** Says that a mail was sent, whether or not there is an account: nobody learns who has one. */
export const sentPage = (text: string, locale: Locale): Html =>
  letter(
    accountWords(locale).sentTitle,
    html`<p>${text}</p>
      <p><a class="button" href="/account/sign-in">${accountWords(locale).signIn}</a></p>`,
  );

/** Setting the new password with the link's code. */
export function resetPage(code: string, state: FormState, locale: Locale): Html {
  const say = accountWords(locale);
  return letter(
    say.resetTitle,
    html`<form method="post" action="/account/reset" class="stack" novalidate>
      ${problemSummary(state.problems, locale)}
      <input type="hidden" name="code" value="${code}" />
      ${field({ name: 'password', label: say.newPassword, type: 'password', required: true, autocomplete: 'new-password', maxLength: 128, hint: say.passwordHint }, state.problems, locale)}
      <button class="button main wide" type="submit">${say.resetDo}</button>
    </form>`,
  );
}

/** Confirming an address: a form, because mail filters open links by themselves, and others open accounts. */
export function verifyPage(code: string, state: FormState, locale: Locale): Html {
  const say = accountWords(locale);
  return letter(
    say.verifyTitle,
    html`<p>${say.verifyText}</p>
      <form method="post" action="/account/verify" class="stack" novalidate>
        ${problemSummary(state.problems, locale)}
        <input type="hidden" name="code" value="${code}" />
        ${field({ name: 'password', label: say.password, type: 'password', required: true, autocomplete: 'current-password', maxLength: 128 }, state.problems, locale)}
        <button class="button main wide" type="submit">${say.verifyDo}</button>
      </form>`,
  );
}
