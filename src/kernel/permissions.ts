/** What a staff role may allow; roles themselves are data (identity), so a shop can make its own. */
export const permissions = {
  'catalog.read': 'see products, drafts included',
  'catalog.write': 'create, change, import and export products',
  'orders.read':
    'see orders; names and addresses are masked without people.reveal, shown one order at a time for a reason',
  'orders.write': 'mark as paid, cancel what is not paid, note',
  'orders.ship': 'ship and enter tracking numbers',
  'orders.refund': 'give money back; with orders.write, cancel what is paid',
  'customers.read': 'see the list of customers; masked without people.reveal, one at a time for a reason',
  'people.reveal': 'read names, addresses and contact data; every reading is recorded',
  'stock.read': 'see stock levels and movements',
  'stock.write': 'receive, adjust and move stock',
  'settings.read': 'see how the shop is set up',
  'settings.write': 'change shop, legal entity, locations, delivery and tax',
  'staff.manage': 'invite staff and change their roles',
  'outbox.read': 'see the mails that were sent',
  'audit.read': 'see the audit log',
  'privacy.read': 'see requests, consents, processors, clocks, incidents and what the policy rests on',
  'privacy.write': 'answer requests, keep the registers of processors, holds, incidents and reviews',
  'privacy.approve': 'give the second yes: disclosures to authorities, notices of an incident, a policy',
  'statistics.read': 'see how many people visit, in counts that identify nobody',
  'finance.read': 'see the books and the payments',
} as const;

export type Permission = keyof typeof permissions;
