import { Button, FileButton, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { Profile } from '../client.ts';
import { PersonPhoto } from './person-photo.tsx';
import { portraitOf } from './portrait-of.ts';

interface PhotoFieldProps {
  person: Pick<Profile, 'photo' | 'preferredName'>;
  onChange: (photo: string | null) => void;
}

/** The person's picture: it helps to see at once whose record is open. */
export function PhotoField({ person, onChange }: PhotoFieldProps) {
  const [problem, setProblem] = useState('');
  const choose = async (file: File | null) => {
    if (!file) return;
    try {
      onChange(await portraitOf(file));
      setProblem('');
    } catch {
      setProblem('This file is not a picture that can be shown. Choose a PNG, JPEG or WebP.');
    }
  };
  return (
    <div>
      <Group gap="md">
        <PersonPhoto person={person} size={88} />
        <FileButton onChange={(file) => void choose(file)} accept="image/png,image/jpeg,image/webp">
          {(props) => (
            <Button {...props} variant="default" size="md">
              {person.photo ? 'Choose another picture' : 'Choose a picture'}
            </Button>
          )}
        </FileButton>
        {person.photo && (
          <Button variant="subtle" color="gray" size="md" onClick={() => onChange(null)}>
            Remove the picture
          </Button>
        )}
      </Group>
      <Text role="alert" c="red" mt="xs">
        {problem}
      </Text>
    </div>
  );
}
