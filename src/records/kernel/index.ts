/*
 * The inner loops of the record store, in AssemblyScript: compiled to WebAssembly by tools/kernel-plugin.ts.
 * value-kernel.ts is its only caller.
 */
export { MENTIONS, VALUE_COLUMNS, adopt, bytesOf, distinctOf, startsOf } from './values';
export { countsOf } from './counts';
export { comparables } from './comparables';
export { codedIn } from './mentions';
export { openingsIn } from './openings';
export { release, scratch } from './scratch';
export { beginTuples, endTuples, firstLikes } from './tuples';
