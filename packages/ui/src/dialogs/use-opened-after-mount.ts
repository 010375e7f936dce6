import { useEffect, useState } from 'react';

/**
 * The `opened` of a dialog that is loaded when it is first needed. It opens one step after it mounts, because only
 * a dialog that was closed before remembers which element had the focus, and gives it back.
 */
export function useOpenedAfterMount(opened: boolean): boolean {
  const [shown, setShown] = useState(false);
  useEffect(() => setShown(opened), [opened]);
  return shown;
}
