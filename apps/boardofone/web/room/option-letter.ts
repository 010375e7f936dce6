import type { EventOption } from '../../deliberation/event.ts';

/** What an option is called where there is no room for its name: A, B, C … in the order of the options. */
export function optionLetter(options: readonly EventOption[], id: string | null): string {
  const index = options.findIndex((option) => option.id === id);
  return index < 0 ? '–' : String.fromCharCode('A'.charCodeAt(0) + index);
}

export const optionLabel = (options: readonly EventOption[], id: string | null): string =>
  options.find((option) => option.id === id)?.label ?? 'No option';
