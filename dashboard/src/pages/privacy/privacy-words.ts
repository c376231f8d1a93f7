import { words } from '../../words/words.ts';

export const privacyWords = words({
  title: ['Privacy', 'Datenschutz'],
  parts: ['Parts of privacy', 'Teile des Datenschutzes'],
  waits: ['What waits', 'Was wartet'],
  known: ['What we hold and promise', 'Was wir haben und versprechen'],
  given: ['Who gets it', 'Wer es bekommt'],
  time: ['Until when', 'Bis wann'],
  safety: ['Safety', 'Sicherheit'],
});
