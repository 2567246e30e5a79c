/** A space beside each end of a name that is a Latin letter or a digit, none beside one in Chinese. */
export function spaced(name: string): string {
  return `${/^[\w(]/.test(name) ? ' ' : ''}${name}${/[\w)]$/.test(name) ? ' ' : ''}`;
}
