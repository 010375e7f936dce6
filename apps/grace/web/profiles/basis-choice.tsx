import { Radio, Stack } from '@mantine/core';
import type { Profile } from '../client.ts';
import surfaces from '../surfaces.module.css';

type Basis = Profile['basis'];

const bases: Record<Basis, string> = {
  self: 'It is me',
  parent: 'I am a parent of this child',
  guardian: 'I am the legal guardian',
  power_of_attorney: 'I have a power of attorney',
};

interface BasisChoiceProps {
  label: string;
  value: Basis;
  /** Whoever holds a profile of their own has no second one. */
  hasOwn: boolean;
  onChange: (basis: Basis) => void;
}

/** On what authority a profile is held. */
export function BasisChoice({ label, value: chosen, hasOwn, onChange }: BasisChoiceProps) {
  return (
    <Radio.Group label={label} value={chosen} onChange={(value) => onChange(value as Basis)}>
      <Stack gap={0} mt="xs">
        {Object.entries(bases).map(([value, words]) => (
          <Radio
            key={value}
            value={value}
            label={words}
            disabled={value === 'self' && hasOwn}
            size="md"
            className={surfaces.choice}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
