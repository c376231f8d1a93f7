/**
 * A mail's HTML as a document for a sandboxed frame. The frame inherits the page's Content-Security-Policy, which lets
 * no style attribute through; so every style becomes a rule in one style element that carries the nonce.
 */
export function mailDocument(html: string, nonce: string): string {
  const rules: string[] = [];
  const withoutAttributes = html.replaceAll(/<[a-z][^>]*>/gi, (tag) =>
    tag.replaceAll(/\sstyle=(?:"([^"]*)"|'([^']*)')/gi, (_, double?: string, single?: string) => {
      rules.push(decoded(double ?? single ?? ''));
      return ` data-rule="${rules.length}"`;
    }),
  );
  const style = rules
    .map((rule, index) => `[data-rule="${index + 1}"]{${rule.replaceAll(/[{}<]/g, '')}}`)
    .join('\n');
  const withNonces = withoutAttributes.replaceAll(/<style\b/gi, `<style nonce="${nonce}"`);
  return `<style nonce="${nonce}">:root{color-scheme:light;background:#fff}${style}</style>${withNonces}`;
}

const decoded = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
