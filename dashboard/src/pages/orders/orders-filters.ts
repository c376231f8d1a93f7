/** What still has to be sent. */
export const toShipSearch = { fulfilment: 'pending,partially_shipped', state: 'placed,partially_fulfilled' };

/** What was promised and has not arrived. */
export const toBePaidSearch = { payment: 'pending', state: 'placed,partially_fulfilled,fulfilled,completed' };
