import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { dialogLayers } from './dialog-layers.ts';

/**
 * The `opened` and `closeOnEscape` of a Modal or a Drawer. Escape closes only the dialog on top. It opens one step
 * after it mounts, because only a dialog that was closed before remembers which element had the focus, and gives it
 * back: one that is loaded when it is first needed would not.
 *
 * @example
 * <Modal {...useDialogLayer(opened)} onClose={onClose} title="Keyboard shortcuts">
 */
export function useDialogLayer(opened: boolean): { opened: boolean; closeOnEscape: boolean } {
  const [shown, setShown] = useState(false);
  const [layer] = useState(Symbol);
  // At once, not after painting: where motion is reduced the dialog would take the focus before it remembers who had it.
  useLayoutEffect(() => setShown(opened), [opened]);
  useEffect(() => (shown ? dialogLayers.open(layer) : undefined), [shown, layer]);
  const top = useSyncExternalStore(dialogLayers.subscribe, dialogLayers.top);
  return { opened: shown, closeOnEscape: top === layer };
}
