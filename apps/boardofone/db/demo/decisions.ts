import type { CreateSession } from '../../server/sessions/schemas.ts';

type Decision = Pick<CreateSession, 'id' | 'problem' | 'context' | 'constraints'> & Partial<CreateSession>;

/** What Amara has before her, and had; the last of them waits for her. */
export const demoDecisions: readonly Decision[] = [
  {
    id: '019aa5c0-0000-7000-8000-00000000b001',
    problem: 'Should Mum stay in her flat with more help, or move in with us?',
    context:
      'Mum is 81 and lives alone on the second floor without a lift. She fell twice this autumn and told nobody. She says that she wants to die in her own bed. Help twice a day would cost 1,450 a month. Our spare room is on the ground floor, and Ben works from home on three days.',
    constraints: 'At most 1,800 a month. I cannot give up my job before the summer.',
    reversibility: 'costly',
  },
  {
    id: '019aa5c0-0000-7000-8000-00000000b002',
    problem:
      'Do I accept the offer of the larger clinic, ask for part time where I am, or leave things as they are?',
    context:
      'The clinic pays 14 % more and is 50 minutes away. My team here is short of two people, and my manager has promised for a year that it will change. I have twelve weeks of savings.',
    constraints: 'I have to answer by the end of the month.',
    reversibility: 'costly',
  },
  {
    id: '019aa5c0-0000-7000-8000-00000000b003',
    problem: 'Should we sell the second car or keep it for another year?',
    context:
      'It is eleven years old and passed its last inspection with a note about the brakes. Insurance and tax come to 940 a year. We drove it 3,100 miles last year, most of them to Mum and back.',
    constraints: 'There is no bus to Mum on Sundays.',
    reversibility: 'reversible',
  },
];
