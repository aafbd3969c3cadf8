export interface ZipEntry {
  readonly name: Uint8Array;
  readonly data: Uint8Array;
  /** Only says so in the flags: the data are no cipher, but no reader gets that far. */
  readonly encrypted?: boolean;
}

/** A zip of stored entries, without the UTF-8 flag, dated 1980-01-01, so that its bytes never change. */
export function zipBytes(entries: readonly ZipEntry[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const shared = sharedFields(entry);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), shared, entry.name, entry.data]);
    const central = Buffer.concat([
      Buffer.from('PK\u0001\u0002'), u16(20), shared, Buffer.alloc(10), u32(offset), entry.name,
    ]);
    locals.push(local);
    directory.push(central);
    offset += local.length;
  }
  const size = directory.reduce((sum, each) => sum + each.length, 0);
  const end = Buffer.concat([
    Buffer.from('PK\u0005\u0006'), Buffer.alloc(4), u16(entries.length), u16(entries.length), u32(size), u32(offset), u16(0),
  ]);
  return new Uint8Array(Buffer.concat([...locals, ...directory, end]));
}

/** From the version needed to the length of the extra field: the same in both headers. */
function sharedFields({ name, data, encrypted }: ZipEntry): Buffer {
  return Buffer.concat([
    u16(20), u16(encrypted ? 1 : 0), u16(0), u16(0), u16(0x21), u32(crc32(data)), u32(data.length), u32(data.length),
    u16(name.length), u16(0),
  ]);
}

function crc32(data: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
