import { router, signedInProcedure } from '@commons/api';
import { z } from 'zod';
import { personaByCode } from './by-code.ts';
import { listPersonas } from './list.ts';
import { PersonaCard, PersonaCode, PersonaDetail } from './schemas.ts';

export const personasRouter = router({
  list: signedInProcedure.output(z.array(PersonaCard)).query(({ ctx }) => listPersonas(ctx)),
  byCode: signedInProcedure
    .input(PersonaCode)
    .output(PersonaDetail)
    .query(({ ctx, input }) => personaByCode(ctx, input)),
});
