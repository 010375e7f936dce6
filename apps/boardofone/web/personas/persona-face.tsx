import { Avatar } from '@mantine/core';

/** The initials of a persona. No portrait: nobody is meant to take it for a person. */
export function PersonaFace({ name, size = 44 }: { name: string; size?: number }) {
  const names = name.split(' ');
  const initials = [names[0], names.at(-1)].map((part) => part?.charAt(0) ?? '').join('');
  return (
    <Avatar size={size} radius="50%" variant="light" color="accent" aria-hidden="true">
      {initials}
    </Avatar>
  );
}
