import { Checkbox, Radio, Stack, TextInput } from '@mantine/core';
import type { CareLevel, CareScope } from '../../care/schemas.ts';
import { levelWords, scopeWords } from '../../consent/words.ts';
import surfaces from '../surfaces.module.css';
import type { GrantValues } from './grant-values.ts';

interface GrantFieldsProps {
  values: GrantValues;
  problems: Partial<Record<keyof GrantValues, string>>;
  change: (part: Partial<GrantValues>) => void;
}

/** What somebody may see and do, and until when, in plain words. */
export function GrantFields({ values, problems, change }: GrantFieldsProps) {
  return (
    <>
      <TextInput
        label="What they are to the person"
        placeholder="Daughter, neighbour, nurse"
        size="md"
        value={values.relationship}
        onChange={({ currentTarget }) => change({ relationship: currentTarget.value })}
        error={problems.relationship}
        autoComplete="off"
        dir="auto"
      />
      <Checkbox.Group
        label="What they may see"
        size="md"
        value={values.scopes}
        onChange={(scopes) => change({ scopes: scopes as CareScope[] })}
        error={problems.scopes}
      >
        <Stack gap={0} mt="xs">
          {Object.entries(scopeWords).map(([scope, label]) => (
            <Checkbox key={scope} value={scope} label={label} size="md" className={surfaces.choice} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Radio.Group
        label="What they may do"
        size="md"
        value={values.level}
        onChange={(level) => change({ level: level as CareLevel })}
      >
        <Stack gap={0} mt="xs">
          {Object.entries(levelWords).map(([level, label]) => (
            <Radio key={level} value={level} label={label} size="md" className={surfaces.choice} />
          ))}
        </Stack>
      </Radio.Group>
      <TextInput
        type="date"
        label="Until"
        description="The last day. You can end it earlier at any moment, and renew it."
        size="md"
        value={values.lastDay}
        onChange={({ currentTarget }) => change({ lastDay: currentTarget.value })}
        error={problems.lastDay}
        aria-required
      />
    </>
  );
}
