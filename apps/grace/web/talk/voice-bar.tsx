import { ActionIcon, Button, Select } from '@mantine/core';
import { IconPlayerStop, IconRepeat, IconVolume, IconVolumeOff } from '@tabler/icons-react';
import classes from './talk.module.css';
import { canSpeak, type useReadAloud } from './use-read-aloud.ts';

const rates = [
  { value: '0.7', label: 'Slow' },
  { value: '0.9', label: 'Calm' },
  { value: '1.1', label: 'Quick' },
];

/** Reading aloud: on and off, how fast, once more, and stop. Not there where the browser cannot speak. */
export function VoiceBar({ voice }: { voice: ReturnType<typeof useReadAloud> }) {
  if (!canSpeak) return null;
  return (
    <fieldset className={classes.voice} aria-label="Reading aloud">
      <Button
        variant={voice.on ? 'light' : 'default'}
        size="md"
        aria-pressed={voice.on}
        leftSection={
          voice.on ? (
            <IconVolume size={22} aria-hidden="true" />
          ) : (
            <IconVolumeOff size={22} aria-hidden="true" />
          )
        }
        onClick={voice.toggle}
      >
        Read aloud
      </Button>
      {voice.on && (
        <>
          <ActionIcon
            variant="default"
            size={44}
            aria-label="Say it again"
            title="Say it again"
            onClick={voice.again}
          >
            <IconRepeat size={22} />
          </ActionIcon>
          <ActionIcon variant="default" size={44} aria-label="Be quiet" title="Be quiet" onClick={voice.stop}>
            <IconPlayerStop size={22} />
          </ActionIcon>
          <Select
            aria-label="How fast"
            size="md"
            w="7rem"
            data={rates}
            allowDeselect={false}
            value={String(voice.rate)}
            onChange={(value) => voice.setRate(Number(value))}
          />
        </>
      )}
    </fieldset>
  );
}
