import { refusals } from '#kernel/refusal.ts';

export const refuse = refusals('exchange', {
  importGone: { status: 404, says: 'There is no such import.', sagt: 'Diesen Import gibt es nicht.' },
  fileMissing: {
    status: 422,
    says: 'Send the file to import, as multipart form data.',
    sagt: 'Bitte die Datei zum Importieren mitschicken.',
  },
  fileTooLarge: {
    status: 413,
    says: 'A file to import may have at most 64 MB.',
    sagt: 'Eine Importdatei darf höchstens 64 MB haben.',
  },
  takenOver: {
    status: 409,
    says: 'Another process has gone on with this import.',
    sagt: 'Ein anderer Prozess führt diesen Import fort.',
  },
  notTried: {
    status: 409,
    says: 'Only a finished dry run whose file is still here can be repeated for real.',
    sagt: 'Nur ein abgeschlossener Probelauf, dessen Datei noch da ist, kann wirklich ausgeführt werden.',
  },
  hostNotInImport: {
    status: 422,
    says: 'No picture of this import is at that host.',
    sagt: 'Kein Bild dieses Imports liegt dort.',
  },
});
