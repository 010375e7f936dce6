import { IconUser } from '@tabler/icons-react';

/** The pages of a person's record, in the order of the navigation. */
export const navEntries = [{ to: 'person', label: 'About the person', Icon: IconUser }] as const;
