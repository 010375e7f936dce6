import { AppError } from '../errors/app-error.ts';
import type { HttpContext } from './http-environment.ts';

/** The JSON of a request, or a refusal that says it is none. */
export async function readJson(c: HttpContext): Promise<unknown> {
  try {
    return await c.req.json();
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('BAD_INPUT', { message: 'This is not valid JSON.', cause: error });
  }
}
