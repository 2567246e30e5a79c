import { Button, type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/**
 * Ink on paper, and two colours that mean something: teal is always the discriminator, vermilion always
 * the generator. Nothing else on the page is teal or vermilion. The same colours, by scheme, are CSS
 * variables in `page.css`.
 */
const gray: MantineColorsTuple = [
  '#f6f4ef',
  '#efece5',
  '#e5e1d8',
  '#d6d1c6',
  '#cfcabf',
  '#aba69c',
  '#85817a',
  '#5d6066',
  '#3c3c3a',
  '#1c1f22',
];
const dark: MantineColorsTuple = [
  '#e9e6df',
  '#c9c7c2',
  '#a3a6ab',
  '#737880',
  '#3a4047',
  '#2d3238',
  '#22262b',
  '#14171a',
  '#101214',
  '#0b0c0e',
];

export const theme = createTheme({
  colors: { gray, dark },
  primaryColor: 'gray',
  primaryShade: { light: 9, dark: 1 },
  defaultRadius: 6,
  cursorType: 'pointer',
  components: {
    // Ink on paper in both schemes; Mantine would work out the text's colour for the light one only.
    Button: Button.extend({
      vars: (_, { variant = 'filled' }) => ({
        root:
          variant === 'filled'
            ? { '--button-bg': 'var(--ink)', '--button-hover': 'var(--ink-strong)', '--button-color': 'var(--paper)' }
            : {},
      }),
    }),
  },
  // What the system writes Latin letters with, then Chinese: on Apple's, Microsoft's and other systems.
  fontFamily:
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif",
});

/** Mantine's own surfaces and texts follow the page's. */
export const variables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-soft)',
    '--mantine-color-default': 'var(--card)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-disabled': 'var(--sunken)',
    '--mantine-color-disabled-color': 'var(--ink-soft)',
    '--mantine-color-disabled-border': 'var(--line-strong)',
    '--mantine-color-error': 'var(--bad)',
  };
  return { variables: {}, light: shared, dark: shared };
};
