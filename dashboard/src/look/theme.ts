import { createTheme } from '@mantine/core';
import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core';

/** Mantine's ten steps of dark, from text down to ground, said in our ramp. */
const dark: MantineColorsTuple = [
  'var(--n-10)',
  'var(--n-9)',
  'var(--n-8)',
  'var(--n-7)',
  'var(--n-4)',
  'var(--n-3)',
  'var(--n-1)',
  'var(--n-0)',
  'var(--n-0)',
  'var(--n-0)',
];

const ramp = (name: string): MantineColorsTuple => {
  const value = `var(--${name})`;
  return [value, value, value, value, value, value, value, value, value, value];
};

/** Mantine drawn with the tokens of the shop window: the same ramp, the same accent, the same state colours. */
export const theme = createTheme({
  primaryColor: 'accent',
  colors: { dark, accent: ramp('accent'), red: ramp('red'), yellow: ramp('amber'), green: ramp('green') },
  fontFamily: 'var(--sans)',
  defaultRadius: 'sm',
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.875rem', lg: '1.125rem', xl: '1.375rem' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { size: 'sm' } },
    InputWrapper: { defaultProps: { withAsterisk: false } }, // what may be left out says so instead
    TextInput: { defaultProps: { size: 'sm' } },
    Modal: {
      defaultProps: {
        radius: 'lg',
        padding: 'lg',
        overlayProps: { backgroundOpacity: 0.35 },
        transitionProps: { duration: 140, transition: 'fade' },
      },
    },
    Menu: { defaultProps: { transitionProps: { duration: 120 } } },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: false } },
    Select: { defaultProps: { checkIconPosition: 'right' } },
  },
});

const stateColour = (mantine: string, token: string): Record<string, string> => ({
  [`--mantine-color-${mantine}-filled`]: `var(--${token})`,
  [`--mantine-color-${mantine}-filled-hover`]:
    token === 'accent' ? 'var(--accent-strong)' : `var(--${token})`,
  [`--mantine-color-${mantine}-light`]: `var(--${token}-soft)`,
  [`--mantine-color-${mantine}-light-hover`]: `var(--${token}-soft)`,
  [`--mantine-color-${mantine}-light-color`]: `var(--${token})`,
  [`--mantine-color-${mantine}-outline`]: `var(--${token})`,
  [`--mantine-color-${mantine}-outline-hover`]: `var(--${token}-soft)`,
  [`--mantine-color-${mantine}-text`]: `var(--${token})`,
  [`--mantine-color-${mantine}-contrast`]: 'var(--on-accent)',
});

const bothSchemes: Record<string, string> = {
  '--mantine-color-white': 'var(--on-accent)',
  '--mantine-color-body': 'var(--raised)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-dimmed': 'var(--text-soft)',
  '--mantine-color-bright': 'var(--text)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-placeholder': 'var(--text-faint)',
  '--mantine-color-default': 'var(--raised)',
  '--mantine-color-default-hover': 'var(--n-1)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--n-5)',
  '--mantine-color-error': 'var(--red)',
  '--mantine-color-disabled': 'var(--n-2)',
  '--mantine-color-disabled-color': 'var(--text-faint)',
  '--mantine-color-disabled-border': 'var(--n-4)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-filled-hover': 'var(--accent-strong)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
  '--mantine-shadow-xs': 'none',
  '--mantine-shadow-sm': 'none',
  '--mantine-shadow-md': 'var(--float)',
  '--mantine-shadow-lg': 'var(--float)',
  '--mantine-shadow-xl': 'var(--float)',
  ...stateColour('accent', 'accent'),
  ...stateColour('red', 'red'),
  ...stateColour('yellow', 'amber'),
  ...stateColour('green', 'green'),
};

/** Light and dark are one set here: every token holds both values and follows `color-scheme`. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: bothSchemes,
  light: bothSchemes,
  dark: bothSchemes,
});
