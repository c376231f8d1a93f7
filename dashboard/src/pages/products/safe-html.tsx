import { createElement } from 'react';
import type { ReactNode } from 'react';

const kept = new Set(
  'p br hr h2 h3 h4 h5 h6 ul ol li dl dt dd strong b em i u s small sub sup blockquote code pre table caption thead tbody tfoot tr th td'.split(
    ' ',
  ),
);
const dropped = new Set([
  'script',
  'style',
  'textarea',
  'option',
  'noscript',
  'iframe',
  'object',
  'template',
  'title',
]);
const safeAddress = /^(https?:|mailto:|tel:|\/(?!\/)|#)/i;

/**
 * HTML that somebody wrote, as elements of ours: nothing of it is ever parsed into the live page, so nothing of it can
 * run. What is left out here is what the server leaves out, too.
 */
export function SafeHtml({ html }: { html: string }) {
  const inert = new DOMParser().parseFromString(html, 'text/html');
  return <>{[...inert.body.childNodes].map(nodeOf)}</>;
}

function nodeOf(node: ChildNode, key: number): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (!(node instanceof Element)) return null;
  const name = node.localName;
  if (dropped.has(name)) return null;
  const children = [...node.childNodes].map(nodeOf);
  if (name === 'a') {
    const href = node.getAttribute('href') ?? '';
    return (
      <a key={key} {...(safeAddress.test(href) && { href })} rel="noreferrer" target="_blank">
        {children}
      </a>
    );
  }
  if (name === 'br' || name === 'hr') return createElement(name, { key });
  if (kept.has(name)) return createElement(name, { key }, ...children);
  return children;
}
