/** Loads the page again, unless a form on it would ask before it is left. */
export function reloadUnlessUnsaved(reload = () => window.location.reload()): void {
  const isHarmless = window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
  if (isHarmless) reload();
}
