/** "Chrome on Android", as far as the browser says. */
export function deviceName(agent: string): string {
  const browser = [
    ['Edg/', 'Edge'],
    ['Firefox/', 'Firefox'],
    ['Chrome/', 'Chrome'],
    ['Safari/', 'Safari'],
  ].find(([mark = '']) => agent.includes(mark))?.[1];
  const system = [
    ['Android', 'Android'],
    ['iPhone', 'an iPhone'],
    ['iPad', 'an iPad'],
    ['Windows', 'Windows'],
    ['Mac OS', 'a Mac'],
    ['Linux', 'Linux'],
  ].find(([mark = '']) => agent.includes(mark))?.[1];
  return `${browser ?? 'A browser'}${system ? ` on ${system}` : ''}`;
}
