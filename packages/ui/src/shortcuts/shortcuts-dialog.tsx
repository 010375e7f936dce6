import { Group, Kbd, Modal, Text } from '@mantine/core';
import { useDialogLayer } from '../dialogs/use-dialog-layer.ts';
import { keyLabels } from './matches-keys.ts';
import type { Shortcut } from './shortcuts.tsx';
import classes from './shortcuts-dialog.module.css';

interface ShortcutsDialogProps {
  shortcuts: Shortcut[];
  opened: boolean;
  onClose: () => void;
}

/** The list behind `?`. */
export function ShortcutsDialog({ shortcuts, opened, onClose }: ShortcutsDialogProps) {
  return (
    <Modal
      {...useDialogLayer(opened)}
      onClose={onClose}
      title="Keyboard shortcuts"
      centered
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <dl className={classes.list}>
        {shortcuts.map(({ keys, label }) => (
          <div key={`${keys} ${label}`} className={classes.row}>
            <Text component="dt">{label}</Text>
            <Group component="dd" gap={4} m={0} wrap="nowrap">
              {keyLabels(keys).map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </Group>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
