import { html, nothing } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';

/** One sentence about what was just done, with where to go from there. */
export const saidBar = (text: string, link?: { readonly path: string; readonly label: string }): Html =>
  html`<div class="said-bar">
    <p>${text}</p>
    ${link ? html`<a href="${link.path}">${link.label}</a>` : nothing}
  </div>`;

/** The same for what did not work. */
export const saidWrong = (text: string): Html =>
  html`<div class="said-bar bad" id="said-wrong"><p>${text}</p></div>`;
