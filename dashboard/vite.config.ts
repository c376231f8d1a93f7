import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Browsers that know `light-dark()` and OKLCH, so that the tokens reach them as they are written. */
const browsers = ['chrome125', 'firefox125', 'safari17.5'];

/** `vite dashboard` shows what `npm start` serves; the shop is found by the host name of the page. */
const kontor = process.env['KONTOR_URL'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: import.meta.dirname,
  base: '/dashboard/',
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: browsers,
    cssTarget: browsers,
    // The server's Content-Security-Policy knows no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': { target: kontor },
      '/media': { target: kontor },
    },
  },
});
