/** A space on both sides of a name in Latin letters, none beside one in Chinese. */
export function spaced(name: string): string {
  return /[\w)]$/.test(name) || /^[\w(]/.test(name) ? ` ${name} ` : name;
}
