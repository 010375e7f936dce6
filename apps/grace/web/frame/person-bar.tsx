import { ConfirmDialog } from '@commons/ui';
import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck, IconChevronDown, IconPlus } from '@tabler/icons-react';
import { type MouseEvent, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Profile } from '../client.ts';
import { NoticesBell } from '../notices/notices-bell.tsx';
import { PersonPhoto } from '../profiles/person-photo.tsx';
import classes from './person-bar.module.css';
import { hasUnsaved } from './unsaved.ts';

interface PersonBarProps {
  profile: Profile;
  profiles: readonly Profile[];
}

/** More than these are in the menu. */
const othersMax = 3;

/**
 * Name and photo of the person whose record this is, always in sight; one tap leads to another person. What was typed about the one
 * never goes to the other: it is given up, and only after asking.
 */
export function PersonBar({ profile, profiles }: PersonBarProps) {
  const [, navigate] = useLocation();
  const [wanted, setWanted] = useState<string>();
  const askFirst = (href: string) => (event: MouseEvent) => {
    if (!hasUnsaved()) return;
    event.preventDefault();
    setWanted(href);
  };
  return (
    <div className={classes.bar}>
      <Menu position="bottom-start" width={300}>
        <Menu.Target>
          <UnstyledButton className={classes.person}>
            <PersonPhoto person={profile} size={40} />
            <span className={classes.name}>
              <strong>{profile.preferredName}</strong>
              <span className="ui-hidden">, change the person</span>
            </span>
            <IconChevronDown size={18} stroke={1.8} aria-hidden="true" />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>Your people</Menu.Label>
          {profiles.map((one) => (
            <Menu.Item
              key={one.id}
              component={Link}
              href={`/p/${one.id}/`}
              onClick={askFirst(`/p/${one.id}/`)}
              leftSection={<PersonPhoto person={one} size={32} />}
              rightSection={one.id === profile.id && <IconCheck size={18} aria-label="open now" />}
              className={classes.choice}
            >
              {one.preferredName}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item
            component={Link}
            href="/people/new"
            onClick={askFirst('/people/new')}
            leftSection={<IconPlus size={20} stroke={1.7} aria-hidden="true" />}
            className={classes.choice}
          >
            Add a person
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <div className={classes.end}>
        {profiles
          .filter(({ id }) => id !== profile.id)
          .slice(0, othersMax)
          .map((one) => (
            <Link
              key={one.id}
              href={`/p/${one.id}/`}
              onClick={askFirst(`/p/${one.id}/`)}
              className={classes.other}
              title={one.preferredName}
            >
              <PersonPhoto person={one} size={32} />
              <span className={classes.otherName}>
                <span className="ui-hidden">Go to </span>
                {one.preferredName}
              </span>
            </Link>
          ))}
        <NoticesBell />
      </div>
      <ConfirmDialog
        opened={wanted !== undefined}
        onClose={() => setWanted(undefined)}
        title={`Leave ${profile.preferredName}?`}
        confirmLabel="Leave without saving"
        cancelLabel="Stay here"
        onConfirm={() => {
          setWanted(undefined);
          if (wanted) navigate(wanted);
        }}
      >
        <p>What you typed about {profile.preferredName} is not saved, and goes nowhere else.</p>
      </ConfirmDialog>
    </div>
  );
}
