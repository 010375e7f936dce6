/** From the template's text, or path, to the new app's: its name, and its title where people read it. */
export function rename(text: string, name: string): string {
  const title = titleOf(name);
  return text.replaceAll('template', name).replaceAll(/\bNotes\b/g, title);
}

/** `diary` becomes `Diary`. */
export function titleOf(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
