import { Menu, useMantineColorScheme } from '@mantine/core';
import type { MantineColorScheme } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useSession, signOut } from '../../api/session.ts';
import {
  IconBuildingStore,
  IconCheck,
  IconDeviceDesktop,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconSun,
  IconUsers,
} from '../../look/icons.ts';
import { useAct } from '../use-act.ts';
import { useReader, useWords } from '../../words/words.ts';
import { shellWords } from './shell-words.ts';

const schemes: readonly {
  value: MantineColorScheme;
  word: 'light' | 'dark' | 'auto';
  icon: typeof IconSun;
}[] = [
  { value: 'light', word: 'light', icon: IconSun },
  { value: 'dark', word: 'dark', icon: IconMoon },
  { value: 'auto', word: 'auto', icon: IconDeviceDesktop },
];

/** Who is signed in, and what they may choose for themselves. */
export function PersonMenu() {
  const t = useWords(shellWords);
  const session = useSession();
  const { language, chooseLanguage } = useReader();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const queries = useQueryClient();
  const leave = useAct(signOut, {
    onDone: () => {
      queries.clear();
      location.assign('/dashboard/');
    },
  });
  return (
    <Menu position="top-start" width={220}>
      <Menu.Target>
        <button type="button" className="rail-link rail-person" title={session.name}>
          <IconUsers size={20} stroke={1.5} aria-hidden />
          <span className="rail-word one-line">{session.name || t.you}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {schemes.map(({ value, word, icon: Icon }) => (
          <Menu.Item
            key={value}
            role="menuitemradio"
            aria-checked={colorScheme === value}
            leftSection={<Icon size={16} stroke={1.5} />}
            rightSection={colorScheme === value ? <IconCheck size={14} stroke={1.5} /> : null}
            onClick={() => setColorScheme(value)}
          >
            {t[word]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLanguage size={16} stroke={1.5} />}
          lang={language === 'de' ? 'en' : 'de'}
          onClick={() => chooseLanguage(language === 'de' ? 'en' : 'de')}
        >
          {t.language}
        </Menu.Item>
        <Menu.Item leftSection={<IconBuildingStore size={16} stroke={1.5} />} component="a" href="/">
          {t.toShop}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLogout size={16} stroke={1.5} />}
          onClick={() => leave.mutate(undefined)}
        >
          {t.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
