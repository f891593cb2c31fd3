/**
 * The colours of KERN, the design system of the German administration, as mail programs understand them: its tokens are
 * written as `oklch(…)`, which Outlook does not know.
 */
export const kernColours = {
  light: {
    ink: '#131525',
    quiet: '#51577a',
    paper: '#ffffff',
    tint: '#f3f4f7',
    line: '#c0c3d5',
    strongLine: '#6e7597',
    action: '#2044aa',
    danger: '#c31c13',
    dangerTint: '#fee4e0',
    warning: '#925400',
    warningTint: '#ffe7b6',
    plain: '#454b6b',
    plainTint: '#dfe1ea',
  },
  dark: {
    ink: '#f3f4f7',
    quiet: '#b2b6cc',
    paper: '#000000',
    tint: '#131525',
    line: '#454b6b',
    action: '#97afe1',
    danger: '#ea7060',
    dangerTint: '#4c0000',
    warning: '#d58100',
    warningTint: '#351b00',
    plain: '#e8e9ef',
    plainTint: '#454b6b',
  },
} as const
