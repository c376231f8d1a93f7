import type { Static } from 'typebox';
import { maskName } from '#modules/identity/index.ts';
import { maskAddress } from '#modules/notifications/index.ts';
import type { ContactShape } from './shapes.ts';

type Contact = NonNullable<Static<typeof ContactShape>>;
const hidden = '•••';

/** The people on an order by their initials, with the country and the region: enough to tell orders apart, too little to reach anybody. */
export const maskContact = (contact: Contact): Contact => ({
  name: maskName(contact.name),
  email: maskAddress(contact.email),
  shippingAddress: maskPlace(contact.shippingAddress),
  billingAddress: contact.billingAddress && maskPlace(contact.billingAddress),
});

const maskPlace = ({ name, postcode, country }: Contact['shippingAddress']): Contact['shippingAddress'] => ({
  name: maskName(name),
  line1: hidden,
  ...(postcode && { postcode: `${postcode.slice(0, 2)}${hidden}` }),
  city: hidden,
  country,
});
