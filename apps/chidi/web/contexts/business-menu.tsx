import { Menu, UnstyledButton } from '@mantine/core';
import { IconBuildingStore, IconChevronDown, IconPencil, IconPlus } from '@tabler/icons-react';
import { Link } from 'wouter';
import { newConversationAbout } from '../conversations/use-new-conversation-path.ts';
import classes from './business-menu.module.css';
import { useBusinesses } from './use-businesses.ts';

interface BusinessMenuProps {
  businessId: string;
  /** What choosing one of the businesses does. */
  label: string;
}

/** The business that a conversation is about. Choosing another begins a new conversation: this one stays with its own. */
export function BusinessMenu({ businessId, label }: BusinessMenuProps) {
  const { data: businesses = [] } = useBusinesses();
  const current = businesses.find(({ id }) => id === businessId);
  if (!current) return null;
  return (
    <Menu position="bottom-start" width={280}>
      <Menu.Target>
        <UnstyledButton className={classes.target} aria-label={`Business: ${current.name}`}>
          <span>{current.name}</span>
          <IconChevronDown size={16} stroke={1.8} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown className={classes.dropdown ?? ''}>
        <Menu.Label>{label}</Menu.Label>
        {businesses.map(({ id, name }) => (
          <Menu.Item
            key={id}
            component={Link}
            href={newConversationAbout(id)}
            aria-current={id === businessId ? 'true' : undefined}
            className={classes.business ?? ''}
          >
            {name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          component={Link}
          href={`/contexts/${businessId}`}
          leftSection={<IconPencil size={18} stroke={1.6} />}
        >
          What Chidi knows about it
        </Menu.Item>
        <Menu.Item component={Link} href="/contexts/new" leftSection={<IconPlus size={18} stroke={1.6} />}>
          Add a business
        </Menu.Item>
        <Menu.Item
          component={Link}
          href="/contexts"
          leftSection={<IconBuildingStore size={18} stroke={1.6} />}
        >
          All businesses
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
