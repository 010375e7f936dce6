import { Button, Group, Menu } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../src/commands/use-command.ts';
import { ConfirmDialog } from '../src/dialogs/confirm-dialog.tsx';
import { notify, notifyError } from '../src/toasts/notify.tsx';
import { Section } from './section.tsx';

/** What opens over the page. */
export function DialogsSection() {
  const greet = () => notify({ title: 'Saved', text: 'You can go on.' });
  useCommand({ id: 'gallery:toast', label: 'Show a toast', group: 'Gallery', run: greet });
  return (
    <Section title="Dialogs, menus, toasts">
      <Group>
        <DeleteButton />
        <Menu>
          <Menu.Target>
            <Button variant="default">Menu</Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item>Rename</Menu.Item>
            <Menu.Item>Duplicate</Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <Button variant="default" onClick={greet}>
          Toast
        </Button>
        <Button variant="default" onClick={() => notifyError(new TypeError('Failed to fetch'))}>
          Failure
        </Button>
      </Group>
    </Section>
  );
}

/** A button that asks before it does anything. */
export function DeleteButton() {
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        Delete the list
      </Button>
      <ConfirmDialog
        opened={opened}
        onClose={close}
        title="Delete this list?"
        confirmLabel="Delete"
        cancelLabel="Keep it"
        onConfirm={close}
      >
        Its <strong>twelve entries</strong> will be gone for good.
      </ConfirmDialog>
    </>
  );
}
