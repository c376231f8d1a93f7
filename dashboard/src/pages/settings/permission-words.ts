/** What a permission allows, in words. */
export const permissionWords: Readonly<Record<string, readonly [en: string, de: string]>> = {
  'catalog.read': ['see products', 'Artikel sehen'],
  'catalog.write': ['change products', 'Artikel ändern'],
  'orders.read': ['see orders', 'Bestellungen sehen'],
  'orders.write': [
    'mark as paid, cancel what is not paid, note',
    'als bezahlt markieren, Unbezahltes stornieren, notieren',
  ],
  'orders.ship': ['ship', 'versenden'],
  'orders.refund': ['give money back', 'Geld zurückgeben'],
  'customers.read': ['see customers', 'Kundschaft sehen'],
  'people.reveal': [
    'read names and addresses, which is recorded',
    'Namen und Adressen lesen, was vermerkt wird',
  ],
  'stock.read': ['see stock', 'Bestand sehen'],
  'stock.write': ['receive, adjust and move stock', 'Bestand annehmen, berichtigen und umlagern'],
  'settings.read': ['see settings', 'Einstellungen sehen'],
  'settings.write': ['change settings', 'Einstellungen ändern'],
  'staff.manage': ['manage the staff', 'das Team verwalten'],
  'outbox.read': ['see the mails', 'Mails sehen'],
  'audit.read': ['see the audit log', 'das Protokoll sehen'],
  'privacy.read': [
    'see requests, registers and clocks of privacy',
    'Anträge, Verzeichnisse und Fristen des Datenschutzes sehen',
  ],
  'privacy.write': ['answer requests, keep the registers', 'Anträge beantworten, Verzeichnisse führen'],
  'privacy.approve': ['give the second yes', 'die zweite Zustimmung geben'],
  'statistics.read': ['see the statistics', 'die Statistik sehen'],
  'finance.read': ['see the books', 'die Bücher sehen'],
};
