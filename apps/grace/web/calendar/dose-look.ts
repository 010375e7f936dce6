import {
  IconAlertTriangle,
  IconBell,
  IconCheck,
  IconCircle,
  IconCircleHalf2,
  IconClockCheck,
  IconMinus,
  IconPlayerPause,
  IconPlus,
} from '@tabler/icons-react';
import type { Outputs } from '../client.ts';

export type CalendarDose = Outputs['reports']['month']['days'][number]['doses'][number];

/** How a state looks and reads: never by its colour alone. */
export const doseLooks: Record<
  CalendarDose['state'],
  { Icon: typeof IconCheck; text: string; tone: 'good' | 'bad' | 'plain' }
> = {
  taken: { Icon: IconCheck, text: 'Taken', tone: 'good' },
  takenLate: { Icon: IconClockCheck, text: 'Taken late', tone: 'good' },
  extra: { Icon: IconPlus, text: 'Taken as needed', tone: 'good' },
  partial: { Icon: IconCircleHalf2, text: 'A part taken', tone: 'plain' },
  skipped: { Icon: IconMinus, text: 'Skipped', tone: 'plain' },
  held: { Icon: IconPlayerPause, text: 'On hold', tone: 'plain' },
  missed: { Icon: IconAlertTriangle, text: 'Missed', tone: 'bad' },
  overdue: { Icon: IconBell, text: 'Overdue', tone: 'bad' },
  due: { Icon: IconBell, text: 'Due now', tone: 'plain' },
  upcoming: { Icon: IconCircle, text: 'Planned', tone: 'plain' },
};
