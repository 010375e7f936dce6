/** Whether a key press is the combination `keys`, written like `mod+k` or `?`; `mod` is ⌘ on Apple, Ctrl elsewhere. */
export function matchesKeys(event: KeyboardEvent, keys: string): boolean {
  const parts = keys.toLowerCase().split('+');
  const key = parts.at(-1) ?? '';
  const mod = parts.includes('mod');
  if (mod !== (isApple() ? event.metaKey : event.ctrlKey)) return false;
  if (isApple() ? event.ctrlKey : event.metaKey) return false;
  if (parts.includes('alt') !== event.altKey) return false;
  // A symbol such as "?" needs Shift on some layouts and not on others; only letters can tell.
  const shiftMatters = parts.includes('shift') || /^[a-z]$|^\w{2,}$/.test(key);
  if (shiftMatters && parts.includes('shift') !== event.shiftKey) return false;
  return event.key.toLowerCase() === key;
}

/** The combination in the words of the person's keyboard. */
export function keyLabels(keys: string): string[] {
  const apple = isApple();
  const names: Record<string, string> = {
    mod: apple ? '⌘' : 'Ctrl',
    alt: apple ? '⌥' : 'Alt',
    shift: apple ? '⇧' : 'Shift',
    escape: 'Esc',
    arrowup: '↑',
    arrowdown: '↓',
  };
  return keys
    .split('+')
    .map((part) => names[part.toLowerCase()] ?? (part.length === 1 ? part.toUpperCase() : part));
}

function isApple(): boolean {
  return /mac|iphone|ipad/i.test(navigator.platform);
}
