import { ActionIcon, Menu } from '@mantine/core';
import { IconLayoutGrid } from '@tabler/icons-react';
import { useApp } from '../app/app-context.ts';
import { accentFor } from '../theme/accents.ts';
import { AppMark } from './app-mark.tsx';
import { useApps } from './apps.ts';
import classes from './shell.module.css';

/** The way from one app to the next. */
export function AppSwitcher() {
  const { data: apps = [] } = useApps();
  const current = useApp().name;
  return (
    <Menu position="bottom-end" width={288}>
      <Menu.Target>
        <ActionIcon aria-label="Apps" title="Apps">
          <IconLayoutGrid size={21} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {apps.map(({ name, title, description, url }) => (
          <Menu.Item
            key={name}
            component="a"
            href={url}
            aria-current={name === current ? 'page' : undefined}
            leftSection={<AppMark title={title} accent={accentFor(name)} />}
          >
            <span className={classes.menuTitle}>{title}</span>
            <span className={classes.menuText}>{description}</span>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component="a" href="/">
          All apps
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
