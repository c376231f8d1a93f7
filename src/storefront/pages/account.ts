import { addressLines } from '#kernel/address.ts';
import { attributes, html, nothing } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import type { Locale } from '#kernel/context.ts';
import type { AccountPart, FormState, OrderRow, SavedAddress, SignedInDevice } from '../account-view.ts';
import { languageName, showDate, showMoment, showPrice } from '../format.ts';
import { locales } from '../locale.ts';
import { addressFields } from '../parts/address-fields.ts';
import { field, problemSummary } from '../parts/form.ts';
import { icon } from '../parts/icon.ts';
import { noticeLine } from '../parts/notice-line.ts';
import { accountWords } from '../words/account.ts';
import { orderWords } from '../words/order.ts';

const paths: Readonly<Record<AccountPart, string>> = {
  orders: '/account',
  profile: '/account/profile',
  addresses: '/account/addresses',
  devices: '/account/devices',
  news: '/account/news',
};

/** A part of the account in its frame, beside the others. */
export function accountShell(part: AccountPart, locale: Locale, body: Html): Html {
  const say = accountWords(locale);
  return html`<div class="wrap">
    <header class="page-head"><h1>${say.account}</h1></header>
    <div class="account">
      <nav class="account-nav" aria-label="${say.account}">
        <ul role="list">
          ${(Object.keys(paths) as AccountPart[]).map(
            (name) =>
              html`<li>
                <a href="${paths[name]}" ${attributes({ 'aria-current': name === part ? 'page' : undefined })}
                  >${say[name]}</a
                >
              </li>`,
          )}
          <li>
            <form method="post" action="/account/sign-out">
              <button class="link-button" type="submit">${icon('leave')}${say.signOut}</button>
            </form>
          </li>
        </ul>
      </nav>
      <div class="stack">
        <h2>${say[part]}</h2>
        ${body}
      </div>
    </div>
  </div>`;
}

/** What somebody ordered, the newest first. */
export function ordersPart(orders: readonly OrderRow[], next: string | null, locale: Locale): Html {
  const say = accountWords(locale);
  if (orders.length === 0)
    return accountShell(
      'orders',
      locale,
      html`<p>${say.noOrders}</p>
        <p class="soft small">${say.noOrdersHelp}</p>`,
    );
  const rows = orders.map(
    (order) =>
      html`<li>
        <span
          ><a href="/orders/${encodeURIComponent(order.token)}">${orderWords(locale).title(order.number)}</a
          ><br /><span class="soft small">${showDate(order.placedAt, locale)} · ${order.status}</span></span
        ><span class="figures">${showPrice(order.total, locale)}</span>
      </li>`,
  );
  return accountShell(
    'orders',
    locale,
    html`<ul class="rows" role="list">
        ${rows}
      </ul>
      ${next ? html`<p><a class="button" href="/account?after=${encodeURIComponent(next)}">${say.older}</a></p>` : nothing}`,
  );
}

/** Name, language, password and address: three forms, each with a button of its own. */
export function profilePart(
  holder: { readonly name: string; readonly email: string; readonly locale: string },
  forms: { readonly profile: FormState; readonly password: FormState; readonly email: FormState },
  locale: Locale,
): Html {
  const say = accountWords(locale);
  const languages = locales.map((value) => ({ value, label: languageName(value) }));
  return accountShell(
    'profile',
    locale,
    html`${noticeLine('account', locale)}
      <form method="post" action="/account/profile" class="stack" novalidate>
        ${problemSummary(forms.profile.problems, locale)}
        ${field({ name: 'name', label: say.name, value: forms.profile.values['name'] ?? holder.name, required: true, autocomplete: 'name', maxLength: 100 }, forms.profile.problems, locale)}
        ${field({ name: 'locale', label: say.language, value: forms.profile.values['locale'] ?? holder.locale, required: true, autocomplete: 'language', options: languages }, forms.profile.problems, locale)}
        <button class="button main" type="submit">${say.save}</button>
      </form>
      <hr />
      <h3>${say.changePassword}</h3>
      <form method="post" action="/account/password" class="stack" novalidate>
        ${problemSummary(forms.password.problems, locale, 'password-')}
        ${field({ name: 'current', label: say.currentPassword, type: 'password', required: true, autocomplete: 'current-password', maxLength: 128, idPrefix: 'password-' }, forms.password.problems, locale)}
        ${field({ name: 'password', label: say.newPassword, type: 'password', required: true, autocomplete: 'new-password', maxLength: 128, hint: say.passwordHint, idPrefix: 'password-' }, forms.password.problems, locale)}
        <button class="button" type="submit">${say.changePassword}</button>
      </form>
      <hr />
      <h3>${say.changeEmail}</h3>
      <p class="soft">${say.emailNow(holder.email)}</p>
      <form method="post" action="/account/email" class="stack" novalidate>
        ${problemSummary(forms.email.problems, locale, 'email-')}
        ${field({ name: 'email', label: say.newEmail, value: forms.email.values['email'], type: 'email', required: true, autocomplete: 'email', inputMode: 'email', maxLength: 254, idPrefix: 'email-' }, forms.email.problems, locale)}
        ${field({ name: 'password', label: say.currentPassword, type: 'password', required: true, autocomplete: 'current-password', maxLength: 128, idPrefix: 'email-' }, forms.email.problems, locale)}
        <button class="button" type="submit">${say.changeEmail}</button>
      </form>`,
  );
}

export interface AddressesView {
  readonly addresses: readonly SavedAddress[];
  readonly country: string;
  readonly form: FormState;
  /** The address that is being changed; none when a new one is being added. */
  readonly editing: SavedAddress | null;
}

/** The address book, and a form for one more or a changed one. */
export function addressesPart(view: AddressesView, locale: Locale): Html {
  const say = accountWords(locale);
  const action = view.editing
    ? `/account/addresses/${encodeURIComponent(view.editing.id)}`
    : '/account/addresses';
  return accountShell(
    'addresses',
    locale,
    html`${
        view.addresses.length === 0
          ? html`<p>${say.noAddresses}</p>`
          : html`<ul class="rows" role="list">
              ${view.addresses.map((saved) => addressRow(saved, locale))}
            </ul>`
      }
      <section id="address-form" class="stack">
        <h3>${view.editing ? say.editAddress : say.addAddress}</h3>
        ${noticeLine('account', locale)}
        <form method="post" action="${action}" class="stack" novalidate>
          ${problemSummary(view.form.problems, locale)}
          <div class="fields">
            ${addressFields({ kind: 'home', country: view.country, values: view.form.values, problems: view.form.problems, action, target: '#address-form' }, locale)}
          </div>
          <label class="check"
            ><input
              type="checkbox"
              name="isDefault"
              value="yes"
              ${attributes({ checked: view.editing?.isDefault ?? view.form.values['isDefault'] === 'yes' })}
            /><span>${say.makeStandard}</span></label
          >
          <button class="button main" type="submit">${say.save}</button>
        </form>
      </section>`,
  );
}

function addressRow({ id, address, isDefault }: SavedAddress, locale: Locale): Html {
  const say = accountWords(locale);
  const path = `/account/addresses/${encodeURIComponent(id)}`;
  const whose = `${address.name}, ${address.city}`;
  return html`<li>
    <div>
      <address translate="no">${addressLines(address, { locale }).join('\n')}</address>
      ${isDefault ? html`<p class="soft small">${say.standard}</p>` : nothing}
    </div>
    <div class="icon-line">
      <a class="small" href="${path}#address-form" aria-label="${say.edit}: ${whose}">${say.edit}</a>
      <form method="post" action="${path}/remove">
        <button class="link-button" type="submit" aria-label="${say.remove}: ${whose}">${say.remove}</button>
      </form>
    </div>
  </li>`;
}

/** Where somebody is signed in, with a button to end each. */
export function devicesPart(devices: readonly SignedInDevice[], locale: Locale): Html {
  const say = accountWords(locale);
  const rows = devices.map(
    (device) =>
      html`<li>
        <div class="icon-line">
          ${icon('device')}<span
            >${device.device}${device.isThisOne ? html` <span class="badge">${say.thisDevice}</span>` : nothing}<br /><span
              class="soft small"
              >${say.lastUsed(showMoment(device.lastUsedAt, locale))} · ${device.network}</span
            ></span
          >
        </div>
        ${device.isThisOne ? nothing : html`<form method="post" action="/account/devices/${encodeURIComponent(device.id)}/sign-out"><button class="button" type="submit" aria-label="${say.signOutThere}: ${device.device}">${say.signOutThere}</button></form>`}
      </li>`,
  );
  return accountShell(
    'devices',
    locale,
    html`<p class="soft">${say.devicesText}</p>
      <ul class="rows" role="list">
        ${rows}
      </ul>
      ${
        devices.length > 1
          ? html`<form method="post" action="/account/devices/sign-out-others">
              <button class="button danger" type="submit">${say.signOutOthers}</button>
            </form>`
          : nothing
      }`,
  );
}
