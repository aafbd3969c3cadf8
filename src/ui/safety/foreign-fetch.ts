/** A reserved name that no host ever has (RFC 2606). */
const NOWHERE = 'https://example.invalid/';
/** The browser tells of a refusal at once; this is for one that does not. */
const PATIENCE_MS = 2000;

/** Refused by the policy; not come about for a reason that is not known; or not stopped at all. */
export type ForeignFetch = { readonly result: 'refused'; readonly directive: string } | { readonly result: 'failed' } | { readonly result: 'reached' };

/** Tries to reach another host, and tells what the browser did about it. */
export async function tryForeignFetch(): Promise<ForeignFetch> {
  const ended = new AbortController();
  const refusal = new Promise<string | null>((resolve) => {
    const heard = (event: SecurityPolicyViolationEvent): void => {
      if (event.disposition === 'enforce' && event.blockedURI.startsWith(NOWHERE.slice(0, -1))) resolve(event.effectiveDirective);
    };
    document.addEventListener('securitypolicyviolation', heard, { signal: ended.signal });
    setTimeout(() => resolve(null), PATIENCE_MS);
  });
  const isReached = await reaches(NOWHERE);
  const directive = isReached ? null : await refusal;
  ended.abort();
  if (isReached) return { result: 'reached' };
  return directive === null ? { result: 'failed' } : { result: 'refused', directive };
}

async function reaches(address: string): Promise<boolean> {
  try {
    await fetch(address, { mode: 'no-cors', credentials: 'omit', cache: 'no-store' });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
