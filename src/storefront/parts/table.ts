import { html } from '#kernel/html.ts';
import type { Html, Piece } from '#kernel/html.ts';

/** A table that becomes a list on narrow screens, each value under its heading; in between it can be pushed aside, also from the keyboard. */
export function scrollTable(
  head: readonly string[],
  rows: readonly (readonly Piece[])[],
  name: string,
): Html {
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="${name}">
    <table>
      <thead>
        <tr>
          ${head.map((text) => html`<th scope="col">${text}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([first, ...others]) =>
            html`<tr>
              <th scope="row">${first}</th>
              ${others.map((piece, index) => html`<td data-head="${head[index + 1] ?? ''}">${piece}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
