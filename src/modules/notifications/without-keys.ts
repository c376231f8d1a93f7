/** The part of a link that opens something for whoever has it: `?code=…`, in text and, escaped, in HTML. */
const key = /([?&](?:amp;|#38;)?(?:code|token)(?:=|&#61;))[\w.~%-]+/g;

/**
 * A mail as a colleague may see it: its links lead nowhere. Whoever reads the letter that lets its reader choose a new
 * password, or fetch a copy of all that is kept about them, could do it in their place.
 */
export const withoutKeys = <Written extends { readonly text: string; readonly html: string }>(
  written: Written,
): Written => ({
  ...written,
  text: written.text.replace(key, '$1•••'),
  html: written.html.replace(key, '$1•••'),
});
