import { html, nothing } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import type { Locale } from '#kernel/context.ts';
import { companyIn } from '#modules/policy/index.ts';
import { nameOf, saidEnd, saidGround } from '#modules/rights/index.ts';
import type { OutcomeNode, OwnRequest } from '#modules/rights/index.ts';
import { showDate, showMoment, showNumber } from '../format.ts';
import { kindWords, requestWords, stateWords } from '../words/privacy-request.ts';

const letter = (title: string, body: Html): Html =>
  html`<div class="wrap column letter prose centre">
    <h1>${title}</h1>
    ${body}
  </div>`;

/** A page with one button, so that nothing happens by looking. */
export const onePushPage = (push: {
  readonly title: string;
  readonly text: string;
  readonly button: string;
  readonly action: string;
  readonly code: string;
}): Html =>
  letter(
    push.title,
    html`<p>${push.text}</p>
      <form method="post" action="${push.action}">
        <input type="hidden" name="code" value="${push.code}" />
        <button class="button main" type="submit">${push.button}</button>
      </form>`,
  );

/** What was just done, and the way back. */
export const saidPage = (title: string, text: string, locale: Locale): Html =>
  letter(
    title,
    html`<p>${text}</p>
      <p><a href="/privacy">${requestWords(locale).back}</a></p>`,
  );

/** One request, as its asker sees it: days, state, plan or outcome, the copy, and how to call it off. */
export function requestPage(own: OwnRequest, locale: Locale): Html {
  const say = requestWords(locale);
  const { row } = own;
  const day = (at: Date): string => showDate(at, locale);
  return letter(
    kindWords(locale)[row.kind],
    html`<dl class="held-values">
        ${line(say.stateIs, stateWords(locale)[row.state])}
        ${line(say.received, `${say.requestNo(String(row.number))}, ${day(row.receivedAt)}`)}
        ${row.closedAt ? line(say.closedOn, day(row.closedAt)) : line(say.answerBy, day(row.dueAt))}
      </dl>
      ${copyReady(own, locale)}
      ${
        own.answer
          ? html`<h2>${say.answer}</h2>
              <p class="said-words">${own.answer}</p>`
          : nothing
      }
      ${planOf(own, locale)} ${mayCallOff(own) ? callOffForm(own, locale) : nothing}
      <p><a href="/privacy">${say.back}</a></p>`,
  );
}

const line = (name: string, value: string): Html =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;

const mayCallOff = ({ row }: OwnRequest): boolean =>
  row.closedAt === null && row.state !== 'awaiting_processor';

function callOffForm({ row }: OwnRequest, locale: Locale): Html {
  return html`<form method="post" action="/privacy/requests/${row.id}/revoke">
    <button class="button" type="submit">${requestWords(locale).callOff}</button>
  </form>`;
}

function copyReady({ package: made, copyNeedsAll }: OwnRequest, locale: Locale): Html {
  const say = requestWords(locale);
  if (copyNeedsAll)
    return html`<h2>${say.fetchTitle}</h2>
      <p>${say.fetchNeedsAll}</p>`;
  if (!made) return nothing;
  const size = `${showNumber(Math.max(1, Math.round(made.sizeBytes / 1024)), locale)} KB`;
  return html`<h2>${say.fetchTitle}</h2>
    <p>${say.fetchText(size, showDate(made.expiresAt, locale), made.downloadsLeft)}</p>
    <form method="post" action="/privacy/copy">
      <input type="hidden" name="code" value="${made.code}" />
      <button class="button main" type="submit">${say.fetch}</button>
    </form>`;
}

function planOf({ row }: OwnRequest, locale: Locale): Html {
  const nodes = row.outcome.nodes ?? [];
  if (nodes.length === 0) return nothing;
  const say = requestWords(locale);
  const isDone = row.state === 'fulfilled' || row.state === 'awaiting_processor';
  const isWaiting = row.coolsUntil !== null && row.closedAt === null && !isDone;
  const told = row.outcome.told ?? [];
  return html`<h2>${isDone ? say.doneTitle : say.planTitle}</h2>
    ${isWaiting && row.coolsUntil ? html`<p>${say.planWhen(showMoment(row.coolsUntil, locale))}</p>` : nothing}
    <ul class="rows" role="list">
      ${byName(nodes, locale).map(
        ([name, items]) =>
          html`<li>
            <span
              ><strong>${name}</strong><br /><span class="soft small"
                >${items.map((node) => endOf(node, isDone, locale)).join('; ')}</span
              ></span
            >
          </li>`,
      )}
    </ul>
    ${
      told.length > 0
        ? html`<h2>${say.toldTitle}</h2>
            <ul>
              ${told.map(({ company, end }) => html`<li><strong>${companyIn(locale, company)}</strong>: ${saidEnd(end, locale)}</li>`)}
            </ul>`
        : nothing
    }`;
}

function byName(nodes: readonly OutcomeNode[], locale: Locale): [string, OutcomeNode[]][] {
  const groups = new Map<string, OutcomeNode[]>();
  for (const node of nodes) {
    const name = nameOf(node.what, locale);
    const same = groups.get(name) ?? [];
    const twin = same.find(
      ({ end, ground, until }) => end === node.end && ground === node.ground && until === node.until,
    );
    const rest = same.filter((one) => one !== twin);
    groups.set(name, [...rest, twin ? { ...twin, rows: twin.rows + node.rows } : node]);
  }
  return [...groups];
}

function endOf({ rows, end, ground, until }: OutcomeNode, isDone: boolean, locale: Locale): string {
  const say = requestWords(locale);
  const count = say.rowsCount(rows);
  if (end === 'rectified') return `${say.corrected}: ${count}`;
  if (end === 'waiting') return `${say.waits}: ${count}`;
  if (end === 'retained')
    return `${say.stays(until ? say.staysUntil(showDate(until, locale)) : say.staysOpen, saidGround(ground ?? '', locale))}: ${count}`;
  return `${isDone ? say.went : say.goes}: ${count}`;
}
