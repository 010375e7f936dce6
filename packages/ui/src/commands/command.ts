/** Something that can be done from the command palette. */
export interface Command {
  /** Tells the command from all others on the page: `chidi:businesses`. */
  id: string;
  /** What it does, in the words of the menu that has it as well: "Your businesses". */
  label: string;
  /** The heading that it stands under; "Actions" unless given. */
  group?: string | undefined;
  /** Further words that find it. */
  keywords?: string | undefined;
  /** Its keyboard shortcut, for those who want to be faster next time. */
  keys?: string | undefined;
  run: () => void;
}
