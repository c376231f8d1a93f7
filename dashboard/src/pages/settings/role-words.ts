import { words } from '../../words/words.ts';

export const roleWords = words({
  rolesCan: ['What each role may do', 'Was jede Rolle darf'],
  newRole: ['New role', 'Neue Rolle'],
  ofHouse: ['comes with the house', 'gehört zum Haus'],
  change: ['Change', 'Ändern'],
  changeTitle: [(name: string) => `Change ${name}`, (name: string) => `${name} ändern`],
  remove: ['Remove', 'Entfernen'],
  removeAsk: [(name: string) => `Remove the role ${name}?`, (name: string) => `Die Rolle ${name} entfernen?`],
  removeWill: [
    'Only a role that nobody has can be removed. It cannot be brought back.',
    'Nur eine Rolle, die niemand hat, lässt sich entfernen. Zurückholen lässt sie sich nicht.',
  ],
  name: ['Name of the role', 'Name der Rolle'],
  may: ['Whoever has it may', 'Wer sie hat, darf'],
  beyond: [
    'What you may not do yourself, you cannot give.',
    'Was du selbst nicht darfst, kannst du nicht vergeben.',
  ],
  counts: [
    'It counts for everybody who has the role, from the next click on.',
    'Das gilt für alle mit dieser Rolle ab dem nächsten Klick.',
  ],
  create: ['Create the role', 'Rolle anlegen'],
  save: ['Save the role', 'Rolle speichern'],
  nothing: ['nothing yet', 'noch nichts'],
  made: ['The role is there.', 'Die Rolle ist da.'],
  changed: ['The role is changed.', 'Die Rolle ist geändert.'],
  removed: ['The role is removed.', 'Die Rolle ist entfernt.'],
});
