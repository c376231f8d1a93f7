declare global {
  var __webpack_nonce__: string | undefined;
}

/** The one-time word that lets our own style elements through the Content-Security-Policy; the server writes it into the page. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}

/** The scroll lock inside Mantine's dialogs asks for the nonce under this name. */
globalThis.__webpack_nonce__ = styleNonce();
