import { Link, useParams } from '@tanstack/react-router';
import { useSession } from '../../api/session.ts';
import { Page } from '../../parts/page.tsx';
import { useWords } from '../../words/words.ts';
import { DeliverySettings } from './delivery-settings.tsx';
import { LegalSettings } from './legal-settings.tsx';
import { LocationSettings } from './location-settings.tsx';
import { ShopSettings } from './shop-settings.tsx';
import { StaffSettings } from './staff-settings.tsx';
import { TaxSettings } from './tax-settings.tsx';
import { settingsWords } from './settings-words.ts';
import './settings.css';

const parts = [
  { name: 'shop', needs: 'settings.read', show: ShopSettings },
  { name: 'legal', needs: 'settings.read', show: LegalSettings },
  { name: 'locations', needs: 'stock.read', show: LocationSettings },
  { name: 'delivery', needs: 'settings.read', show: DeliverySettings },
  { name: 'tax', needs: 'settings.read', show: TaxSettings },
  { name: 'staff', needs: 'staff.manage', show: StaffSettings },
] as const;

/** How the shop is set up, part by part. */
export function SettingsPage() {
  const t = useWords(settingsWords);
  const session = useSession();
  const { part } = useParams({ strict: false }) as { part?: string };
  const allowed = parts.filter((one) => session.may(one.needs));
  const current = allowed.find((one) => one.name === part) ?? allowed[0];
  return (
    <Page title={t.title}>
      <nav className="settings-parts" aria-label={t.parts}>
        {allowed.map((one) => (
          <Link
            key={one.name}
            to="/settings/$part"
            params={{ part: one.name }}
            aria-current={one === current ? 'page' : undefined}
          >
            {t[one.name]}
          </Link>
        ))}
      </nav>
      {current ? <current.show key={current.name} /> : null}
    </Page>
  );
}
