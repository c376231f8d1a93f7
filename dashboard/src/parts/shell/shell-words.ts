import { words } from '../../words/words.ts';

export const shellWords = words({
  menu: ['Menu', 'Menü'],
  faces: ['Main', 'Hauptbereiche'],
  search: ['Go to, create, find', 'Gehe zu, lege an, finde'],
  toContent: ['Skip to the page', 'Zur Seite springen'],
  language: ['Sprache: Deutsch', 'Language: English'],
  dark: ['Dark', 'Dunkel'],
  light: ['Light', 'Hell'],
  auto: ['Like the system', 'Wie das System'],
  signOut: ['Sign out', 'Abmelden'],
  toShop: ['Look at the shop', 'Zum Laden'],
  you: ['You', 'Du'],
  nothing: ['There is no such page.', 'Diese Seite gibt es nicht.'],
  nothingDo: ['The address may be old or mistyped.', 'Die Adresse ist vielleicht alt oder vertippt.'],
  toHome: ['To the start', 'Zum Start'],
  waking: ['Opening the dashboard…', 'Das Dashboard wird geöffnet…'],
});
