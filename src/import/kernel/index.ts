/*
 * The inner loop of the byte reader, in AssemblyScript: compiled to WebAssembly by tools/kernel-plugin.ts.
 * record-kernel.ts is its only caller.
 */
export { arena } from './arena';
export { cp932Units, setEncoding } from './transcode';
export { clearDictionary, columnForms, distinctOf, encode, entryTable, packColumn, textBytesOf } from './dictionary';
export { append, clearRecords, codeWidth, currentEntries, packPart, partLength, records } from './records';
export { clearBreaks, input, keptFields, next, passedLines, run, sawCrlf, sawLf, setLayout, stop } from './scan';
export { claimEntries, inheritedColumns, setClaim } from './take';
export { release, room, scratch } from './room';
