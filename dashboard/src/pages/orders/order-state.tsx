import { Mark } from '../../parts/note.tsx';
import { useReader } from '../../words/words.ts';
import { stateWords } from './orders-words.ts';

const isKnown = (code: string): code is keyof typeof stateWords => code in stateWords;

/** A state of an order, its payment or its delivery, in a word. */
export function OrderState({ code, waits }: { code: string; waits?: readonly [en: string, de: string] }) {
  const { language } = useReader();
  const column = language === 'de' ? 1 : 0;
  if (!isKnown(code)) return <Mark>{code}</Mark>;
  const known = stateWords[code];
  return <Mark tone={known[2]}>{code === 'pending' && waits ? waits[column] : known[column]}</Mark>;
}

export const PaymentState = ({ code }: { code: string }) => (
  <OrderState code={code} waits={['to be paid', 'zu bezahlen']} />
);
export const DeliveryState = ({ code }: { code: string }) => (
  <OrderState code={code} waits={['to ship', 'zu versenden']} />
);
