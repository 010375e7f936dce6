import { ActionIcon, Menu } from '@mantine/core';
import { IconClockEdit, IconDots, IconPlayerSkipForward } from '@tabler/icons-react';
import { useTodayHandlers } from './today-context.ts';
import type { TodayDose } from './today-from.ts';

/** What happens less often: another time, a part of the dose, left out. */
export function DoseMenu({ dose, what, disabled }: { dose: TodayDose; what: string; disabled: boolean }) {
  const { giveOtherwise, skip } = useTodayHandlers();
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <ActionIcon
          size={52}
          variant="default"
          disabled={disabled}
          aria-label={`Something else with ${what}`}
        >
          <IconDots size={24} stroke={1.8} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconClockEdit size={20} stroke={1.6} aria-hidden="true" />}
          onClick={() => giveOtherwise(dose)}
        >
          Another time or amount
        </Menu.Item>
        <Menu.Item
          leftSection={<IconPlayerSkipForward size={20} stroke={1.6} aria-hidden="true" />}
          onClick={() => skip(dose)}
        >
          Skip this dose
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
