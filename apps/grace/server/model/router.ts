import { router, signedInProcedure } from '@commons/api';
import { z } from 'zod';

const Description = z.object({ provider: z.string(), model: z.string(), offline: z.boolean() });

export const modelRouter = router({
  describe: signedInProcedure.output(Description).query(({ ctx }) => ctx.models.describe()),
});
