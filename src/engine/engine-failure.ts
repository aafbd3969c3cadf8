import { failure } from '../core/failure.ts';
import { type Outcome, failed } from '../core/outcome.ts';

/** What the engine says once its memory is spoilt: nothing it answers can be trusted any more. */
const FATAL = /malloc|out of memory|memory access out of bounds|table index is out of bounds|invalidated|unreachable/iu;

/** What an error of the engine means to the page. @throws what is no error */
export function engineFailure(error: unknown): Outcome<never> {
  if (!(error instanceof Error)) throw error;
  const code = FATAL.test(error.message) ? 'engine_stopped' : 'engine_failed';
  return failed(failure(code, { detail: error.message }));
}
