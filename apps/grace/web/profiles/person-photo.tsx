import { Avatar } from '@mantine/core';
import type { Profile } from '../client.ts';

/** The person's picture, or the first letters of their name; decorative, because the name stands beside it. */
export function PersonPhoto({
  person,
  size,
}: {
  person: Pick<Profile, 'photo' | 'preferredName'>;
  size: number;
}) {
  return (
    <Avatar
      src={person.photo}
      name={person.preferredName}
      color="accent"
      variant="filled"
      size={size}
      radius="xl"
      alt=""
      aria-hidden="true"
    />
  );
}
