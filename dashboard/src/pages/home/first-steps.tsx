import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listProducts } from '../../api/catalog.ts';
import { zonesQuery } from '../../api/delivery.ts';
import { useSession } from '../../api/session.ts';
import { shopSettingsQuery } from '../../api/shop.ts';
import { IconCheck, IconCircleDashed } from '../../look/icons.ts';
import { Card } from '../../parts/page.tsx';
import { useWords } from '../../words/words.ts';
import { homeWords } from './home-words.ts';

/** What a new shop needs before it can sell; each step knows whether it is done. */
export function FirstSteps() {
  const t = useWords(homeWords);
  const session = useSession();
  const seesSettings = session.may('settings.read');
  const shop = useQuery({ ...shopSettingsQuery, enabled: seesSettings });
  const zones = useQuery({ ...zonesQuery, enabled: seesSettings });
  const products = useQuery({
    queryKey: ['products', 'any'],
    queryFn: () => listProducts({ status: 'active' }, undefined, 1),
    enabled: session.may('catalog.read'),
  });
  const steps = [
    {
      says: t.stepLegal,
      hint: t.stepLegalSays,
      to: '/settings/legal',
      isDone: Boolean(shop.data?.legalName && shop.data.legalAddress),
    },
    {
      says: t.stepProduct,
      hint: t.stepProductSays,
      to: '/products',
      isDone: (products.data?.items.length ?? 0) > 0,
    },
    {
      says: t.stepDelivery,
      hint: t.stepDeliverySays,
      to: '/settings/delivery',
      isDone: zones.data?.items.some((zone) => zone.methods.some((method) => method.active)) ?? false,
    },
    { says: t.stepOrder, hint: t.stepOrderSays, to: '/orders', isDone: false },
  ];
  return (
    <Card title={t.steps}>
      <p className="soft">{t.stepsSays}</p>
      <ol className="steps">
        {steps.map((step) => (
          <li key={step.says} data-done={step.isDone || undefined}>
            {step.isDone ? (
              <IconCheck size={20} stroke={1.5} aria-label={t.done} />
            ) : (
              <IconCircleDashed size={20} stroke={1.5} aria-hidden />
            )}
            <div>
              <Link to={step.to} className="strong">
                {step.says}
              </Link>
              <p className="soft">{step.hint}</p>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}
