import { Kbd, Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconCommand, IconKeyboard, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { paletteKeys, useCommandRegistry } from '../commands/commands.tsx';
import { useSession } from '../session/session-context.ts';
import { keyLabels } from '../shortcuts/matches-keys.ts';
import { useShortcuts } from '../shortcuts/shortcuts.tsx';
import { initials } from './initials.ts';
import { schemes } from './schemes.ts';
import classes from './shell.module.css';
import { useLeave } from './use-leave.ts';

/** Who is signed in, their account page, the colours of the page, and the way out. */
export function AccountMenu() {
  const { user } = useSession();
  const leave = useLeave();
  const { openHelp } = useShortcuts();
  const { openPalette } = useCommandRegistry();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end" width={272}>
      <Menu.Target>
        <UnstyledButton className={classes.avatar} title={user.name}>
          <span aria-hidden="true">{initials(user.name)}</span>
          <span className="ui-hidden">Account of {user.name}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.person}>
          <span className={classes.menuTitle}>{user.name}</span>
          <span className={classes.menuText}>{user.email}</span>
        </div>
        <Menu.Divider />
        <Menu.Item component="a" href="/account" leftSection={<IconUserCircle size={20} stroke={1.6} />}>
          Account
        </Menu.Item>
        <Menu.Item
          onClick={openPalette}
          leftSection={<IconCommand size={20} stroke={1.6} />}
          rightSection={
            <span className={classes.keys} aria-hidden="true">
              {keyLabels(paletteKeys).map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </span>
          }
        >
          Commands
        </Menu.Item>
        <Menu.Item onClick={openHelp} leftSection={<IconKeyboard size={20} stroke={1.6} />}>
          Keyboard shortcuts
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>Appearance</Menu.Label>
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(value) => setColorScheme(value as typeof colorScheme)}
        >
          {schemes.map(({ value, label }) => (
            <Menu.RadioItem key={value} value={value} closeMenuOnClick={false}>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item onClick={() => void leave()} leftSection={<IconLogout size={20} stroke={1.6} />}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
