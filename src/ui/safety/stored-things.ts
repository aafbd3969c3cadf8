/** The places where a page can leave something on the machine. */
export const PLACES = ['local', 'session', 'databases', 'cookies', 'caches', 'workers'] as const;
export type Place = (typeof PLACES)[number];

/** How much stands in a place; or that the browser has no such place, or that it does not let this page in. */
export type Found =
  | { readonly state: 'counted'; readonly count: number }
  | { readonly state: 'absent' }
  | { readonly state: 'closed'; readonly why: string };

/** Null where the browser cannot tell. */
const LOOKS: Readonly<Record<Place, () => number | null | Promise<number | null>>> = {
  local: () => localStorage.length,
  session: () => sessionStorage.length,
  databases: async () => (hasMember(indexedDB, 'databases') ? (await indexedDB.databases()).length : null),
  cookies: () => document.cookie.split(';').filter((cookie) => cookie.trim() !== '').length,
  caches: async () => (hasMember(globalThis, 'caches') ? (await caches.keys()).length : null),
  workers: async () => (hasMember(navigator, 'serviceWorker') ? (await navigator.serviceWorker.getRegistrations()).length : null),
};

export async function lookIn(place: Place): Promise<Found> {
  try {
    const count = await LOOKS[place]();
    return count === null ? { state: 'absent' } : { state: 'counted', count };
  } catch (error) {
    if (error instanceof Error || error instanceof DOMException) return { state: 'closed', why: error.name };
    throw error;
  }
}

/** The types promise these to every page; not every browser and not every way to open a page has them. */
function hasMember(owner: object, name: string): boolean {
  return name in owner;
}
