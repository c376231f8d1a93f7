import sanitizeHtml from 'sanitize-html';

const options: sanitizeHtml.IOptions = {
  allowedTags: [
    'p',
    'br',
    'hr',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'ul',
    'ol',
    'li',
    'dl',
    'dt',
    'dd',
    'strong',
    'b',
    'em',
    'i',
    'u',
    's',
    'small',
    'sub',
    'sup',
    'blockquote',
    'code',
    'pre',
    'a',
    'table',
    'caption',
    'thead',
    'tbody',
    'tfoot',
    'tr',
    'th',
    'td',
  ],
  allowedAttributes: {
    a: ['href', 'title', 'rel'],
    th: ['colspan', 'rowspan', 'scope'],
    td: ['colspan', 'rowspan'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'iframe', 'object', 'template', 'title'],
  // A link to another site says so, for machines; our pages mark it for people. Source: clause OC-47.
  transformTags: {
    h1: 'h2',
    a: (tagName, { href = '', title }) => ({
      tagName,
      attribs: {
        href,
        ...(title !== undefined && { title }),
        ...(/^https?:/i.test(href) && { rel: 'external noopener' }),
      },
    }),
  },
  disallowedTagsMode: 'discard',
};

/** Dropped without a word in reports: layout that our pages bring themselves. */
const harmless =
  /<\/?(div|span|font|center|section|article|meta|h1|tbody)\b[^>]*>|\s(style|class|id|target|rel|dir|lang|align|width|height|data-[a-z-]+|charset|content|name)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi;

/**
 * Leaves of a product text only what a good catalogue page needs: no scripts, frames, styles, pictures or handlers.
 *
 * Shape: cleaning what is clean changes nothing.
 */
export function cleanHtml(dirty: string): string {
  const once = sanitizeHtml(dirty.replace(/\r\n?/g, '\n'), options).trim();
  return sanitizeHtml(once, options).trim();
}

/** What was taken out of a text that somebody may miss or should know of. Shape: words for a report, empty when nothing was. */
export function removedFrom(dirty: string): string[] {
  const text = dirty.replace(harmless, '');
  const found = new Set<string>();
  for (const [, tag = ''] of text.matchAll(/<([a-z][a-z0-9-]*)\b/gi)) {
    const name = tag.toLowerCase();
    if (name !== 'h1' && !(options.allowedTags as string[]).includes(name)) found.add(`<${name}>`);
  }
  if (/<[^>]+\son[a-z]+\s*=/i.test(text)) found.add('event handlers');
  if (/(href|src)\s*=\s*["']?\s*(javascript|data|vbscript):/i.test(text)) found.add('script addresses');
  return [...found].toSorted();
}
