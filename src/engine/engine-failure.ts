import { type FailureCode, failure } from '../core/failure.ts';
import { type Outcome, failed } from '../core/outcome.ts';

/** What the engine says once its memory is spoilt: nothing it answers can be trusted any more. */
const FATAL = /malloc|out of memory|memory access out of bounds|table index is out of bounds|invalidated|unreachable/iu;

/**
 * What an error of the engine comes to.
 * @param code unless the engine is dead, which is `engine_stopped`
 * @throws the error itself where it is none of the engine's
 */
export function engineFailure(error: unknown, code: FailureCode = 'engine_failed'): Outcome<never> {
  if (!(error instanceof Error)) throw error;
  return failed(failure(FATAL.test(error.message) ? 'engine_stopped' : code, { detail: error.message }));
}
