import {
  IconBed,
  IconMoodSmile,
  IconNote,
  IconStethoscope,
  IconThermometer,
  IconToolsKitchen2,
} from '@tabler/icons-react';
import type { Note } from '../client.ts';

/** What a note can be about, in words and pictures. */
export const categories: Record<Note['category'], { label: string; Icon: typeof IconNote }> = {
  general: { label: 'General', Icon: IconNote },
  symptom: { label: 'Symptom', Icon: IconThermometer },
  mood: { label: 'Mood', Icon: IconMoodSmile },
  food: { label: 'Food and drink', Icon: IconToolsKitchen2 },
  sleep: { label: 'Sleep', Icon: IconBed },
  visit: { label: 'Doctor’s visit', Icon: IconStethoscope },
};

export const categoryOptions = Object.entries(categories).map(([value, { label }]) => ({ value, label }));
