import assert from 'node:assert/strict';
import { html } from 'ghtml';
import { accentHex } from './accent.ts';
import { promotionMark, stopMark } from './marketing-lint.ts';

/** A part of a letter: a heading, a paragraph, or rows of label and value such as order lines and totals. */
export interface LetterBlock {
  readonly heading?: string;
  readonly text?: string;
  readonly rows?: readonly {
    readonly label: string;
    readonly value?: string;
    readonly detail?: string;
    readonly strong?: boolean;
  }[];
}

/** A part of news that advertises something; a letter about an order or an account cannot have one. */
export interface PromotionBlock extends LetterBlock {
  readonly promotion: true;
}

export interface LetterInput {
  readonly shopName: string;
  readonly title: string;
  /** One paragraph or several. */
  readonly intro: string | readonly string[];
  readonly blocks?: readonly LetterBlock[];
  readonly button?: { readonly label: string; readonly url: string };
  /** Who writes and why; the imprint's address belongs here. */
  readonly footer: string | readonly string[];
  readonly locale?: string;
  /** The tenant's accent hue in degrees. */
  readonly hue?: number;
}

const list = (text: string | readonly string[]): readonly string[] =>
  typeof text === 'string' ? [text] : text;

const font = "font-family:Inter,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/** Who sends news, why the reader gets them, and how to end them. */
export interface NewsInput extends Omit<LetterInput, 'blocks'> {
  readonly blocks?: readonly (LetterBlock | PromotionBlock)[];
  readonly stop: { readonly label: string; readonly url: string };
}

/**
 * Sets a mail of the shop: the same calm page for every template, as HTML and as the plain text that says the same.
 *
 * Shape: no pictures, no remote fonts, no tracking; one column without tables; every value is escaped.
 */
export function letter(input: LetterInput): { html: string; text: string } {
  assert(!input.blocks?.some(isPromotion), 'a letter about an order or an account advertises nothing');
  return { html: htmlOf(input), text: textOf(input) };
}

/** As `letter`, for news: they may advertise, and always say how to end them. */
export function newsLetter(input: NewsInput): { html: string; text: string } {
  return { html: htmlOf(input), text: textOf(input) };
}

const isPromotion = (block: LetterBlock | PromotionBlock): block is PromotionBlock =>
  'promotion' in block && block.promotion;

function htmlOf({
  shopName,
  title,
  intro,
  blocks = [],
  button,
  footer,
  locale = 'en',
  hue = 255,
  stop,
}: LetterInput & Partial<Pick<NewsInput, 'stop'>>): string {
  const light = accentHex(hue, 0.46, 0.11);
  const dark = accentHex(hue, 0.82, 0.09);
  const paragraph = (text: string): string =>
    html`<p style="margin:0 0 16px;white-space:pre-line">${text}</p>`;
  const css = `
    :root { color-scheme: light dark; supported-color-schemes: light dark; }
    a { color: ${light}; }
    @media (prefers-color-scheme: dark) {
      .page { background: #17181a !important; color: #e9e9ea !important; }
      .sheet { background: #1f2123 !important; border-color: #35383b !important; }
      .quiet { color: #a9adb2 !important; }
      .row { border-color: #35383b !important; }
      .button { background: ${dark} !important; color: #17181a !important; }
      a { color: ${dark}; }
    }`;
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <style>
          !${css}
        </style>
      </head>
      <body
        class="page"
        style="margin:0;padding:24px 12px;background:#f5f5f4;color:#1d1e20;!${font};font-size:16px;line-height:1.5"
      >
        <div
          class="sheet"
          style="max-width:560px;margin:0 auto;padding:32px 28px;background:#ffffff;border:1px solid #e3e3e1;border-radius:12px"
        >
          <p style="margin:0 0 24px;font-size:14px;font-weight:600;letter-spacing:.02em">${shopName}</p>
          <h1
            style="margin:0 0 16px;font-family:Newsreader,Georgia,'Times New Roman',serif;font-size:26px;line-height:1.2;font-weight:500"
          >
            ${title}
          </h1>
          !${list(intro).map(paragraph).join('\n')}
          !${
            button
              ? html`<p style="margin:24px 0">
                    <a
                      class="button"
                      href="${button.url}"
                      style="display:inline-block;padding:12px 20px;background:!${light};color:#ffffff;border-radius:6px;font-weight:600;text-decoration:none"
                      >${button.label}</a
                    >
                  </p>
                  <p class="quiet" style="margin:0 0 16px;font-size:13px;color:#5f6368;word-break:break-all">
                    ${button.url}
                  </p>`
              : ''
          }
          !${blocks.map((block) => blockHtml(block, paragraph)).join('\n')}
        </div>
        <div
          class="quiet"
          style="max-width:560px;margin:16px auto 0;padding:0 28px;font-size:13px;color:#5f6368"
        >
          !${list(footer)
            .map((line) => html`<p style="margin:0 0 6px;white-space:pre-line">${line}</p>`)
            .join('\n')}
          !${
            stop
              ? html`<p !${stopMark} style="margin:0 0 6px"><a href="${stop.url}">${stop.label}</a></p>`
              : ''
          }
        </div>
      </body>
    </html> `;
}

function blockHtml(block: LetterBlock | PromotionBlock, paragraph: (text: string) => string): string {
  const plain = plainBlock(block, paragraph);
  return isPromotion(block) ? html`<div !${promotionMark}>!${plain}</div>` : plain;
}

function plainBlock({ heading, text, rows = [] }: LetterBlock, paragraph: (text: string) => string): string {
  const row = ({ label, value, detail, strong }: NonNullable<LetterBlock['rows']>[number]): string =>
    html`<div
      class="row"
      style="display:flex;justify-content:space-between;gap:16px;padding:8px 0;border-top:1px solid #e3e3e1;!${strong ? 'font-weight:600' : ''}"
    >
      <div>
        ${label}!${detail ? html`<div class="quiet" style="font-size:14px;color:#5f6368">${detail}</div>` : ''}
      </div>
      !${value === undefined ? '' : html`<div style="white-space:nowrap">&nbsp;${value}</div>`}
    </div>`;
  return html`!${heading ? html`<h2 style="margin:24px 0 8px;font-size:16px;font-weight:600">${heading}</h2>` : ''}!${text ? paragraph(text) : ''}!${rows.map(row).join('\n')}`;
}

function textOf({
  shopName,
  title,
  intro,
  blocks = [],
  button,
  footer,
  stop,
}: LetterInput & Partial<Pick<NewsInput, 'stop'>>): string {
  const blockText = ({ heading, text, rows = [] }: LetterBlock): string =>
    [
      heading,
      text,
      ...rows.map(
        ({ label, value, detail }) =>
          `  ${label}${detail ? ` (${detail})` : ''}${value === undefined ? '' : `: ${value}`}`,
      ),
    ]
      .filter((line) => line !== undefined && line !== '')
      .join('\n');
  const parts = [
    shopName,
    title,
    ...list(intro),
    ...(button ? [`${button.label}:\n${button.url}`] : []),
    ...blocks.map(blockText),
    `-- \n${[...list(footer), ...(stop ? [`${stop.label}: ${stop.url}`] : [])].join('\n')}`,
  ];
  return `${parts.join('\n\n')}\n`;
}
