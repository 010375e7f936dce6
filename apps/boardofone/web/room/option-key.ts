import type { EventOption } from '../../deliberation/event.ts';

/** What an option is called where there is no room for its name; the panel calls it so in its own words. */
export function optionKey(options: readonly EventOption[], id: string | null): string {
  const index = options.findIndex((option) => option.id === id);
  return index < 0 ? '–' : `O${index + 1}`;
}

export const optionLabel = (options: readonly EventOption[], id: string | null): string =>
  options.find((option) => option.id === id)?.label ?? 'No option';
