/** What can be sent now: paid, or to be paid at the door. */
export const toShipSearch = { ready: 'yes' };

/** What was promised and has not arrived. */
export const toBePaidSearch = { payment: 'pending', state: 'placed,partially_fulfilled,fulfilled,completed' };
