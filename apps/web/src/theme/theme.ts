import {
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

const thread: MantineColorsTuple = [
  '#eceefb',
  '#d5d9f5',
  '#b3baec',
  '#93a0ff',
  '#7683e6',
  '#5462d6',
  '#3b4bc8',
  '#3341ad',
  '#2b3792',
  '#222c76',
];

/** Errors and what can't be undone: the tokens' red of day (6) and night (3). */
const red: MantineColorsTuple = [
  '#fbe9e7',
  '#f6d0cc',
  '#f2aaa3',
  '#f08a80',
  '#dd6a5f',
  '#cd4f45',
  '#bf3a30',
  '#a52f26',
  '#8a261f',
  '#6f1e18',
];

/** Text on the accent has the token's colour: dark by night, when the accent is light. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  const isAccent = input.color === undefined || input.color === 'thread';
  return input.variant === 'filled' && isAccent ? { ...colors, color: 'var(--on-accent)' } : colors;
};

/** The component library in the look of the product; colours come from tokens.css. */
export const theme = createTheme({
  primaryColor: 'thread',
  variantColorResolver,
  primaryShade: { light: 6, dark: 3 },
  colors: { thread, red },
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--mono)',
  fontSizes: { xs: '11px', sm: '13px', md: '13px', lg: '15px', xl: '18px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.45', lg: '1.6', xl: '1.4' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  defaultRadius: 'md',
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  cursorType: 'pointer',
  focusRing: 'auto',
  components: {
    Button: { defaultProps: { size: 'compact-md', h: 30, px: 12 } },
    TextInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm' } },
    NumberInput: { defaultProps: { size: 'sm', hideControls: true } },
    Select: { defaultProps: { size: 'sm', allowDeselect: false } },
    Modal: {
      defaultProps: { centered: true, radius: 'lg', transitionProps: { duration: 120 } },
      styles: { title: { fontSize: 15, fontWeight: 600 } },
    },
    Menu: {
      defaultProps: { shadow: 'md', transitionProps: { duration: 100 }, withInitialFocusPlaceholder: false },
      styles: { item: { minHeight: 30 } },
    },
    Portal: { defaultProps: { target: '#floating' } },
    Tooltip: {
      defaultProps: { openDelay: 400, withArrow: true, transitionProps: { duration: 100 } },
      styles: { tooltip: { padding: '5px 9px', fontSize: 12 } },
    },
  },
});
