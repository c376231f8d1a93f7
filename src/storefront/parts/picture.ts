import { attributes, html } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import type { Picture } from '../model.ts';
import { icon } from './icon.ts';

interface Showing {
  /** How wide it will be, for the browser's choice among the sizes. */
  readonly sizes: string;
  /** The picture that the reader sees first is fetched at once, the others when they come near. */
  readonly first?: boolean;
  /** A picture beside its own name says nothing twice. */
  readonly silent?: boolean;
  readonly look?: string;
}

/** A picture in the three sizes that the shop keeps; an empty frame with a sign when there is none. */
export function shot(picture: Picture | null, showing: Showing): Html {
  const look = showing.look ?? 'shot';
  if (!picture) return html`<span class="${look} none">${icon('picture')}</span>`;
  const { small, medium, large } = picture.urls;
  return html`<img
    class="${look}"
    src="${medium}"
    srcset="${small} 320w, ${medium} 640w, ${large} 1280w"
    sizes="${showing.sizes}"
    alt="${showing.silent ? '' : picture.alt}"
    width="${picture.width}"
    height="${picture.height}"
    ${attributes({
      loading: showing.first ? undefined : 'lazy',
      fetchpriority: showing.first ? 'high' : undefined,
      decoding: 'async',
    })}
  />`;
}
