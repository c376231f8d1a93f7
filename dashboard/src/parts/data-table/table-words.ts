import { words } from '../../words/words.ts';

export const tableWords = words({
  selected: [
    (count: number) => (count === 1 ? '1 selected' : `${count} selected`),
    (count: number) => `${count} ausgewählt`,
  ],
  clear: ['Clear selection', 'Auswahl aufheben'],
  columns: ['Columns', 'Spalten'],
  select: ['Select', 'Auswählen'],
  selectAll: ['Select all loaded rows', 'Alle geladenen Zeilen auswählen'],
  loading: ['Loading…', 'Wird geladen…'],
  more: ['Load more', 'Mehr laden'],
  end: [(count: string) => `${count} in this list`, (count: string) => `${count} in dieser Liste`],
  keys: [
    'Arrow keys move, Enter opens, Space selects, Escape closes.',
    'Pfeiltasten bewegen, Eingabe öffnet, Leertaste wählt aus, Escape schließt.',
  ],
  and: ['and', 'und'],
  filter: ['Filter', 'Filtern'],
  remove: ['Remove filter', 'Filter entfernen'],
  saveView: ['Save as view', 'Als Ansicht speichern'],
  viewName: ['Name of the view', 'Name der Ansicht'],
  save: ['Save', 'Speichern'],
  removeView: ['Delete this view', 'Diese Ansicht löschen'],
  search: ['Search', 'Suchen'],
  close: ['Close', 'Schließen'],
  fullPage: ['Open as a page', 'Als Seite öffnen'],
});
