import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { saveShop, shopSettingsQuery } from '../../api/shop.ts';
import type { ShopSettings } from '../../api/shop.ts';
import { asProblem } from '../../api/problem.ts';
import { useFaults } from '../../parts/form-failure.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useWords } from '../../words/words.ts';
import { settingsWords } from './settings-words.ts';

type Change = Partial<Omit<ShopSettings, 'version' | 'currency'>>;

/** The shop's settings as a form: what is typed lies over what is stored until it is saved, and only it is sent. */
export function useShopForm() {
  const t = useWords(settingsWords);
  const queries = useQueryClient();
  const stored = useQuery({ ...shopSettingsQuery, refetchOnWindowFocus: false });
  const [change, setChange] = useState<Change>({});
  const save = useAct(() => saveShop(stored.data?.etag ?? '*', change), {
    changes: [['shop']],
    says: t.saved,
    showsFailure: true,
    onDone: () => setChange({}),
  });
  const errorOf = useFaults(save.error);
  const isConflict = save.error !== null && asProblem(save.error).isConflict;
  const takeNewest = async () => {
    await queries.fetchQuery({ ...shopSettingsQuery, staleTime: 0 });
    save.reset();
  };
  return {
    stored,
    shop: stored.data && { ...stored.data, ...change },
    isChanged: Object.keys(change).length > 0,
    set: (next: Change) => setChange({ ...change, ...next }),
    save,
    takeNewest: isConflict ? () => void takeNewest() : undefined,
    errorOf,
  };
}
